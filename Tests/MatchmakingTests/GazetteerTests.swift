import Foundation
import Matchmaking
import Retrieval
import TestSupport
import Testing

/// Where places are, as people write them.
@Suite struct GazetteerTests {
  private static let gazetteer = Result { try Gazetteer() }

  private func site(_ place: Place, home: String? = nil) throws -> Site? {
    try Self.gazetteer.get().site(of: place, home: home)
  }

  /// Text, home, and the town with its country; nil where it is not to be known.
  @Test(
    arguments: [
      ("Toulouse", nil, "Toulouse FR"), ("TOULOUSE", nil, "Toulouse FR"),
      ("31000 Toulouse", nil, "Toulouse FR"),
      ("Toulouse Cedex 9", nil, "Toulouse FR"), ("Greater Toulouse Area", nil, "Toulouse FR"),
      ("Greater Toulouse Metropolitan Area", nil, "Toulouse FR"),
      ("Toulouse Area, France", nil, "Toulouse FR"), ("Toulouse et périphérie", nil, "Toulouse FR"),
      ("Région de Toulouse, France", nil, "Toulouse FR"), ("Ville de Toulouse", nil, "Toulouse FR"),
      ("Toulouse France", nil, "Toulouse FR"), ("12 rue des Lilas, 31000 Toulouse", nil, "Toulouse FR"),
      ("Toulouse (31)", nil, "Toulouse FR"),
      ("Toulouse, Haute-Garonne, Occitanie, France", nil, "Toulouse FR"),
      ("Saint-Denis", "FR", "Saint-Denis FR"), ("St Denis", "FR", "Saint-Denis FR"),
      ("St. Denis", "FR", "Saint-Denis FR"), ("saint denis", "FR", "Saint-Denis FR"),
      ("Saint-Denis", nil, "Saint-Denis RE"), ("97400 Saint-Denis", "FR", "Saint-Denis RE"),
      ("Saint-Denis, La Réunion", "FR", "Saint-Denis RE"), ("Saint-Denis, France", nil, "Saint-Denis FR"),
      ("Ste-Foy-lès-Lyon", nil, "Sainte-Foy-lès-Lyon FR"), ("L'Haÿ-les-Roses", nil, "L'Haÿ-les-Roses FR"),
      ("Paris 11e", nil, "Paris FR"), ("75011 Paris", nil, "Paris FR"),
      ("Paris 11ème arrondissement", nil, "Paris FR"), ("Paris, Île-de-France", nil, "Paris FR"),
      ("Paris, TX", nil, "Paris US"), ("Paris, Texas, United States", "FR", "Paris US"),
      ("Lyon, Auvergne-Rhône-Alpes", nil, "Lyon FR"), ("Lyon Auvergne-Rhône-Alpes", nil, "Lyon FR"),
      ("Cologne", nil, "Köln DE"), ("Cologne, Gers", nil, "Cologne FR"),
      ("32430 Cologne", "FR", "Cologne FR"),
      ("London, UK", nil, "London GB"), ("London, England", nil, "London GB"), ("Londres", nil, "London GB"),
      ("Londres, Royaume-Uni", "FR", "London GB"), ("London, Ontario", nil, "London CA"),
      ("London, ON, Canada", nil, "London CA"), ("Greater London", nil, "London GB"),
      ("Genève", nil, "Geneva CH"), ("Geneva", nil, "Geneva CH"), ("Bruxelles", nil, "Brussels BE"),
      ("Munich", nil, "Munich DE"), ("München, Deutschland", nil, "Munich DE"), ("Vienne", nil, "Vienna AT"),
      ("Vienne", "FR", "Vienne FR"), ("Vienne, Autriche", "FR", "Vienna AT"),
      ("New York", nil, "New York City US"), ("New York, NY", nil, "New York City US"),
      ("New York City Metropolitan Area", nil, "New York City US"), ("Mexico", nil, "Mexico City MX"),
      ("Montréal, QC", nil, "Montréal CA"), ("Atlanta, Georgia", nil, "Atlanta US"),
      ("Bienne", nil, "Biel/Bienne CH"), ("Luxembourg", nil, "Luxembourg LU"), ("Pékin", nil, "Beijing CN"),
      ("Dunkerque", nil, "Dunkirk FR"), ("Le Havre", nil, "Le Havre FR"),
      ("La Rochelle", nil, "La Rochelle FR"),
      ("Toulouse, Allemagne", nil, nil), ("Paris, Italie", nil, nil), ("France", nil, nil),
      ("Bretagne", nil, nil), ("Occitanie", nil, nil), ("Xyzzy", nil, nil), ("", nil, nil),
      (" , ;", nil, nil),
      ("chez moi", nil, nil), ("31000", nil, nil), ("remote", nil, nil), ("🏡", nil, nil),
    ] as [(String, String?, String?)])
  func `finds a town as people write it`(text: String, home: String?, expected: String?) throws {
    let found = try site(Place(locality: text), home: home)
    #expect(found.map { "\($0.name) \($0.country ?? "-")" } == expected)
  }

  @Test func `takes the country and the region from their own fields`() throws {
    func country(_ place: Place) throws -> String? { try site(place, home: "FR")?.country }
    #expect(try country(Place(locality: "London", country: "CA")) == "CA")
    #expect(try country(Place(locality: "London", region: "Ontario")) == "CA")
    #expect(try country(Place(locality: "London", country: "Royaume-Uni")) == "GB")
    #expect(try country(Place(locality: "Valence", country: "Espagne")) == "ES")
    #expect(try country(Place(locality: "Valence")) == "FR")
    #expect(try country(Place(locality: "Saint-Denis", region: "Réunion", country: "France")) == "RE")
    #expect(try country(Place(locality: "Toulouse", country: "a country that nobody knows")) == "FR")
    #expect(try country(Place(region: "Occitanie", country: "FR")) == nil)
    let given = Place(locality: "Toulouse", latitude: 10, longitude: 20)
    #expect(try site(given).map { [$0.latitude, $0.longitude] } == [10, 20])
  }

  @Test(arguments: [
    ("Toulouse", "Blagnac", 5.65), ("Toulouse", "Paris", 588), ("Toulouse", "Albi", 67),
    ("Paris", "Londres", 344),
    ("Paris", "New York", 5837), ("Lyon", "Genève", 113), ("Sydney, Australie", "Londres", 16994),
  ])
  func `measures what the map says`(one: String, other: String, kilometres: Double) throws {
    let (one, other) = (try site(Place(locality: one))!, try site(Place(locality: other))!)
    #expect(abs(one.kilometres(to: other) - kilometres) < 0.02 * kilometres)
    #expect(one.kilometres(to: other) == other.kilometres(to: one))
    #expect(one.kilometres(to: one) == 0)
  }

  @Test func `measures a quarter and half of the globe`() throws {
    func kilometres(_ one: (Double, Double), _ other: (Double, Double)) throws -> Double {
      let sites = try [one, other].map { try #require(try site(Place(latitude: $0.0, longitude: $0.1))) }
      return sites[0].kilometres(to: sites[1])
    }
    #expect(abs(try kilometres((0, 0), (90, 0)) - 10007.557) < 0.001)
    #expect(abs(try kilometres((0, -90), (0, 90)) - 20015.115) < 0.001)
    #expect(abs(try kilometres((0, 179.5), (0, -179.5)) - 111.195) < 0.001)
    #expect(abs(try kilometres((60, 0), (60, 0.00001)) - 0.000556) < 0.000001)
  }

  @Test func `finds every town by its own name`() throws {
    // The names were folded by the builder, in another language: both must agree on each of them.
    let gazetteer = try Self.gazetteer.get()
    var lost: [String] = []
    for place in 0..<gazetteer.count where !gazetteer.knows(place) { lost.append(gazetteer.name(of: place)) }
    #expect(lost.isEmpty)
    #expect(gazetteer.count > 80_000)
  }

  @Test func `reads hostile text without a crash`() throws {
    var random = SeededRandom(seed: 17)
    for _ in 0..<2000 {
      let text = String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0..<30, using: &random)).compactMap { _ in
            Unicode.Scalar(
              UInt32.random(in: 0..<[0x80, 0x250, 0x11_0000].randomElement(using: &random)!, using: &random))
          }))
      _ = try site(Place(locality: text, region: text, country: text), home: text)
    }
    _ = try site(Place(locality: String(repeating: "saint ", count: 100_000)))
    _ = try site(Place(locality: String(repeating: ",", count: 100_000) + "Toulouse"))
  }

  @Test func `refuses a file that is missing, damaged, or of another kind`() throws {
    let folder = TemporaryFolder()
    func complaint(_ bytes: Data?) throws -> String? {
      let path = folder.file("places.lkm")
      try? FileManager.default.removeItem(atPath: path)
      if let bytes { try bytes.write(to: URL(fileURLWithPath: path)) }
      do throws(GazetteerError) {
        _ = try Gazetteer(folder: folder.path)
        return nil
      } catch { return error.description }
    }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../data")
    let bytes = try Data(contentsOf: root.appending(path: "places/places.lkm"))
    #expect(try complaint(bytes) == nil)
    #expect(try complaint(nil)?.contains("can't be read") == true)
    #expect(try complaint(Data())?.contains("is no gazetteer") == true)
    #expect(try complaint(Data("LINKUPM1".utf8))?.contains("is damaged") == true)
    let model = try Data(contentsOf: root.appending(path: "models/language.lkm"))
    #expect(try complaint(model)?.contains("is no gazetteer") == true)
    var random = SeededRandom(seed: 5)
    for _ in 0..<40 {
      let cut = Int.random(in: 0..<bytes.count, using: &random)
      #expect(try complaint(bytes.prefix(cut)) != nil, "cut at \(cut)")
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      #expect(try complaint(damaged) != nil)
    }
  }

  @Test func `answers or refuses, whatever a file with a right checksum says`() throws {
    let folder = TemporaryFolder()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../data")
    let bytes = try [UInt8](Data(contentsOf: root.appending(path: "places/places.lkm")))
    var random = SeededRandom(seed: 6)
    for round in 0..<60 {
      var body = bytes.dropLast(32)
      for _ in 0..<3 {
        let end = round % 3 == 0 ? 3000 : body.count
        body[Int.random(in: 0..<end, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let sealed = Array(body) + body.withUnsafeBytes(ModelChecksum.of)
      folder.write(Data(sealed), to: "places.lkm")
      guard let gazetteer = try? Gazetteer(folder: folder.path) else { continue }
      for text in ["Toulouse", "31000 Toulouse, France", "Saint-Denis, Réunion", "Paris, Texas", "Zwolle"] {
        _ = gazetteer.site(of: Place(locality: text), home: "FR")
      }
    }
  }
}
