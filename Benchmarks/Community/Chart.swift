import Foundation

/// A picture of the results: for each measure a panel of bars, one for each method.
///
/// Its colours are legible on light and on dark ground, and its title and description say in words what it
/// shows.
struct Chart {
  let means: [(method: Method, values: [Outcome.Measure: Double])]

  private static let (width, label, row, gap) = (720, 150, 24, 36)
  private static let measures: [(Outcome.Measure, String)] = [
    (.met, "Needs met, % (more is better)"),
    (.busiest, "Introductions a month on the busiest 1 % (fewer is better)"),
    (.declined, "Introductions declined, % (fewer is better)"),
  ]

  var svg: String {
    var y = 8
    var body: [String] = []
    for (measure, title) in Self.measures {
      y += 20
      body.append(#"<text class="title" x="0" y="\#(y)">\#(title)</text>"#)
      y += 10
      let largest = means.map { $0.values[measure]! }.max()!
      for (method, values) in means {
        let value = values[measure]!
        let length = Int((value / largest * Double(Self.width - Self.label - 60)).rounded())
        let kind = method == .linkup ? "bar own" : "bar"
        body.append(#"<text x="0" y="\#(y + 16)">\#(method.rawValue)</text>"#)
        body.append(
          #"<rect class="\#(kind)" x="\#(Self.label)" y="\#(y + 3)" width="\#(length)" height="\#(Self.row - 6)"/>"#
        )
        body.append(
          #"<text x="\#(Self.label + length + 6)" y="\#(y + 16)">\#(String(format: "%.1f", value))</text>"#)
        y += Self.row
      }
      y += Self.gap - 20
    }
    let words = means.map { method, values in
      "\(method.rawValue): "
        + Self.measures.map { "\($0.0.rawValue) \(String(format: "%.1f", values[$0.0]!))" }.joined(
          separator: ", ")
    }.joined(separator: "; ")
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(y)" role="img" aria-labelledby="title desc">
      <title id="title">A year of introductions in a made-up community, by the way of choosing them</title>
      <desc id="desc">\(words).</desc>
      <style>
      text { font: 14px system-ui, sans-serif; fill: #333 }
      .title { font-weight: 600 }
      .bar { fill: #8a94a0 }
      .own { fill: #1f7a8c }
      @media (prefers-color-scheme: dark) { text { fill: #ddd } .bar { fill: #7b8794 } .own { fill: #4fb3c8 } }
      </style>
      \(body.joined(separator: "\n"))
      </svg>

      """
  }
}
