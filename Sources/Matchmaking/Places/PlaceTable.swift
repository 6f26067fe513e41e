internal import Retrieval

/// The gazetteer's file, mapped into memory; data/places/README.md describes it.
///
/// Nothing that the file holds can crash: its numbers are checked when it is opened.
final class PlaceTable: @unchecked Sendable {  // The mapped bytes are never written.
  /// Towns by folded name, the most populous first.
  let towns: KeyTable
  /// Countries by folded name or code.
  let countries: KeyTable
  /// Regions by folded name.
  let regions: KeyTable
  /// The country codes, by their numbers.
  let codes: [String]
  private let names: StringTable
  private let latitudes: UnsafeBufferPointer<Float>
  private let longitudes: UnsafeBufferPointer<Float>
  private let populations: UnsafeBufferPointer<UInt32>
  private let countryOf: UnsafeBufferPointer<UInt8>
  private let regionOf: UnsafeBufferPointer<UInt8>
  private let departments: UnsafeBufferPointer<UInt8>
  private let file: ModelFile

  /// The number that stands for no region.
  private static let noRegion: UInt8 = 255

  /// Maps the file and checks it. Complexity: O(size).
  init(_ path: String) throws(ModelError) {
    file = try ModelFile(path)
    guard file.model == "places" else { throw .notAModel(path: path) }
    func damaged(_ reason: String) -> ModelError { .damaged(path: path, reason: reason) }
    names = try file.strings("place.names")
    let count = names.count
    latitudes = try file.tensor("place.latitude", of: Float.self, shape: [count])
    longitudes = try file.tensor("place.longitude", of: Float.self, shape: [count])
    populations = try file.tensor("place.population", of: UInt32.self, shape: [count])
    countryOf = try file.tensor("place.country", of: UInt8.self, shape: [count])
    regionOf = try file.tensor("place.region", of: UInt8.self, shape: [count])
    departments = try file.tensor("department.region", of: UInt8.self, shape: [100])
    let codeTable = try file.strings("country.codes")
    codes = (0..<codeTable.count).map { String(decoding: codeTable[$0], as: UTF8.self) }
    let regionShape = try file.shape(of: "region.country")
    guard regionShape.count == 1 else { throw damaged("its regions are in disorder") }
    towns = try KeyTable("place", in: file, limit: count)
    countries = try KeyTable("country", in: file, limit: codes.count)
    regions = try KeyTable("region", in: file, limit: regionShape[0])
    guard latitudes.allSatisfy({ abs($0) <= 90 }), longitudes.allSatisfy({ abs($0) <= 180 }) else {
      throw damaged("it has a place that is not on the earth")
    }
    guard countryOf.allSatisfy({ Int($0) < codes.count }) else {
      throw damaged("it has a place in no country")
    }
  }

  /// The number of places.
  var count: Int { names.count }

  func name(of place: Int) -> String { String(decoding: names[place], as: UTF8.self) }

  func population(of place: Int) -> Int { Int(populations[place]) }

  func country(of place: Int) -> String { codes[Int(countryOf[place])] }

  /// The number of a place's region; nil where none is listed.
  func region(of place: Int) -> Int? { Self.number(regionOf[place]) }

  /// The region of a French department by its number, 1…99.
  func region(ofDepartment number: Int) -> Int? {
    departments.indices.contains(number) ? Self.number(departments[number]) : nil
  }

  func site(_ place: Int) -> Site {
    Site(
      name: name(of: place), country: country(of: place), latitude: Double(latitudes[place]),
      longitude: Double(longitudes[place]))
  }

  private static func number(_ region: UInt8) -> Int? { region == noRegion ? nil : Int(region) }
}
