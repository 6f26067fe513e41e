import ArgumentParser

/// How the answer looks.
struct OutputOptions: ParsableArguments {
  @Option(help: "table for people; json, jsonl or csv for programs.")
  var format: OutputFormat = .table

  @Option(help: "Colour: auto, always or never; NO_COLOR is respected.")
  var color: ColorChoice = .auto

  var style: Style { Style(color) }
}
