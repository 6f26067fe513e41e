import ArgumentParser
import Foundation
import Interchange
import Matchmaking
import NetworkStore

/// The command line: parses, runs, and turns every error into one line and an exit code.
@main
struct Linkup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linkup",
    abstract: "Who should meet whom, and why: needs and offers of the people you know.",
    discussion: """
      linkup keeps what each contact needs and offers, and suggests introductions with their reasons. It works \
      on one file on this machine, sends nothing anywhere, and never acts by itself.

      The network file is --network FILE, else $LINKUP_NETWORK, else linkup/network.sqlite in the XDG data \
      folder (~/.local/share). Answers go to standard output, everything else to standard error.

      EXIT CODES
        0   done, also if nothing was found
        1   failed; nothing was changed
        2   done, but some records or files were skipped
        64  the command line is wrong

      EXAMPLES
        linkup import contacts.csv
        linkup match
        linkup match --need "help with our accounts"
        linkup why claire marc
        linkup report
      """,
    version: "0.1.0",
    subcommands: [
      ImportCommand.self, AddCommand.self, NeedCommand.self, OfferCommand.self, TieCommand.self,
      LogCommand.self, GroupCommand.self, FindCommand.self, PathCommand.self, DuplicatesCommand.self,
      MergeCommand.self, UnmergeCommand.self, MatchCommand.self, WhyCommand.self, IntroduceCommand.self,
      AnswerCommand.self, DoneCommand.self,
      ThankCommand.self, IntroductionsCommand.self, ReportCommand.self, SnoozeCommand.self,
      DismissCommand.self, SettingsCommand.self,
      CalibrateCommand.self, JoinCommand.self, ExportCommand.self,
    ])

  static func main() {
    // A reader that goes away shows as a write error, which is quiet, and not as a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch is ClosedPipe {
      return
    } catch let failure as Failure {
      StandardError.say(failure.message)
      exit(withError: ExitCode(1))
    } catch let problem as RecordProblem {
      StandardError.say("\(problem.reason); nothing was changed")
      exit(withError: ExitCode(1))
    } catch let error as ImportError {
      StandardError.say("\(error)")
      exit(withError: ExitCode(1))
    } catch let error as NetworkStoreError {
      StandardError.say("\(error)")
      exit(withError: ExitCode(1))
    } catch let error as NetworkError {
      StandardError.say("\(error); nothing was changed")
      exit(withError: ExitCode(1))
    } catch {
      exit(withError: error)
    }
  }
}
