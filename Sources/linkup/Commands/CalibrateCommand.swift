import ArgumentParser
import Foundation
import Matchmaking
import NetworkStore

/// `linkup calibrate`: learns from what introductions came to.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit relevance to what your own introductions came to.",
    discussion: """
      Relevance is the chance that an introduction is worth making, as judged sets have it. Once you have recorded \
      outcomes of 40 introductions, at least 10 that helped or led to a meeting and 10 that were declined or came \
      to nothing, this fits it to them, and shows how well it foretold them before and would have foretold them \
      after, each tenth by a fit on the others. It is kept only if that is better.

      EXAMPLES
        linkup calibrate --dry-run
        linkup calibrate
        linkup settings relevance-slope --reset
      """)

  @Flag(help: "Show what would change, and change nothing.")
  var dryRun = false

  @OptionGroup var network: NetworkOptions

  func run() throws {
    let store = try NetworkStore(path: network.path, access: dryRun ? .reading : .editing)
    var settings = try store.settings()
    let outcomes = try store.network().outcomes
    let right = outcomes.count(where: \.isRight)
    let output = StandardOutput()
    try output.line(
      "\(outcomes.count) introductions with an outcome: \(right) right, \(outcomes.count - right) wrong")
    guard let fit = Recalibration(fitting: outcomes) else {
      let least = Recalibration.leastOutcomes
      try output.line("\(least.all) are needed, \(least.each) of each kind; nothing was changed")
      return try output.flush()
    }
    let before = settings.recalibration.quality(for: outcomes)
    let after = Recalibration.crossValidated(on: outcomes)
    try output.line("         Brier score  calibration error")
    for (label, quality) in [("before", before), ("after", after)] {
      try output.line(
        label.padding(toLength: 7, withPad: " ", startingAt: 0)
          + String(format: "  %11.3f  %17.3f", quality.brier, quality.calibrationError))
    }
    let line = String(format: "slope %.3f, shift %.3f", fit.slope, fit.shift)
    if after.brier >= before.brier {
      try output.line("\(line) would be no better; nothing was changed")
    } else if dryRun {
      try output.line("\(line); this was a dry run, nothing was changed")
    } else {
      settings.recalibration = fit
      try store.keep(settings)
      try output.line("kept: \(line)")
    }
    try output.flush()
  }
}
