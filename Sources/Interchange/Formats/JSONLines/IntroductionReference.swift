internal import Matchmaking

/// What a record says of an introduction to another contact.
struct IntroductionReference {
  var state: Introduction.State
  var day: Day
  var since: Day?
  var asked: Contact.ID?
  var declinedBy: Contact.ID?
  var reason: String?
  var subject: Introduction.Subject?
}
