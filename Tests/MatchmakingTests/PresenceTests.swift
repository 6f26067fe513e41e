import Foundation
import Matchmaking
import TestSupport
import Testing

/// How near two people have to be, by the words of a need and an offer.
@Suite struct PresenceTests {
  private typealias Circle = SampleCircle
  private let settings = Settings.standard

  private func presence(_ need: String, _ offer: String = "") -> Presence {
    Presence(need: PresenceCue(need), offer: PresenceCue(offer))
  }

  @Test(arguments: [
    "someone to look after our cat in August", "a cat sitter", "walk our dogs twice a week",
    "a plumber for a leaking sink", "a ride to the airport", "babysitting on Fridays", "borrow a ladder",
    "help moving house", "someone to mow the lawn", "quelqu'un pour garder mon chat",
    "garde d'enfants le soir",
    "un plombier, mon évier fuit", "covoiturage vers Albi", "jardinage et bricolage",
    "un coup de main pour déménager",
    "arroser les plantes", "aide à domicile pour ma mère", "réparation de vélos", "coiffure à domicile",
  ])
  func `takes hands-on help for what somebody has to come round for`(text: String) {
    #expect(presence(text) == .handsOn)
    #expect(presence("somebody kind", text) == .handsOn)
  }

  @Test(arguments: [
    "translation of a contract", "a sworn translator", "bilingual accountant", "help with my tax return",
    "a new website", "software for a choir", "advice on VAT", "proofread English newsletters",
    "traduction assermentée", "un expert-comptable", "des conseils sur la TVA", "un site internet",
    "relecture d'un mémoire", "un développeur", "animer nos réseaux sociaux",
  ])
  func `takes paperwork, software and advice for what can be done from afar`(text: String) {
    #expect(presence(text) == .fromAfar)
    #expect(presence(text + ", in person") == .ordinary)
    #expect(presence(text + ", en présentiel") == .ordinary)
  }

  @Test(arguments: [
    "a room to rent", "un studio à louer", "photos of my team for the website", "a rugby partner",
    "a new remote control", "a job in a bank", "un piano", "investors", "", "🏡",
    "the the the",
  ])
  func `takes what says nothing for an ordinary matter`(text: String) {
    #expect(presence(text) == .ordinary)
  }

  @Test(arguments: [
    "English lessons, remote", "remote work", "yoga online", "lessons in Toulouse or online",
    "piano lessons, anywhere",
    "cours d'anglais à distance", "cours en ligne", "télétravail possible", "je travaille partout",
    "n'importe où",
    "en visio", "wherever you are", "où que vous soyez", "peu importe le lieu", "remote, not on site",
    "online or in person", "not only online", "pas seulement à distance",
    "no problem working remotely", "anywhere in the world", "partout dans le monde", "by phone",
    "par téléphone",
    "not on site, remote",
  ])
  func `understands that the place doesn't matter`(text: String) {
    #expect(presence(text) == .anywhere)
    #expect(presence("a rugby partner", text) == .anywhere)
  }

  @Test(arguments: [
    "lessons, not remote", "not online please", "no remote work", "never online", "we don't do this online",
    "pas à distance", "pas de télétravail", "sans télétravail", "jamais en ligne", "non, pas en visio",
    "remote is not possible", "à distance impossible", "anywhere in Toulouse", "partout en Ariège",
    "anywhere near Albi", "partout dans le Tarn", "wherever in Toulouse",
  ])
  func `doesn't take a negated or bounded word for it`(text: String) {
    #expect(presence(text) != .anywhere)
  }

  @Test func `lets the need decide, and whoever wants it in person`() {
    #expect(presence("a cat sitter", "cat sitting, translations, accounting") == .handsOn)
    #expect(presence("a translator", "cat sitting, translations, accounting") == .fromAfar)
    #expect(presence("something", "cat sitting, translations, accounting") == .handsOn)
    #expect(presence("English lessons, not online", "English lessons, online") == .ordinary)
    #expect(presence("traduction, pas à distance", "traduction en ligne") == .ordinary)
    #expect(presence("a plumber, in person", "plumber") == .handsOn)
  }

  @Test func `counts half at the half-distance, and never less than the floor`() {
    for (presence, half) in [(Presence.handsOn, 15.0), (.ordinary, 50), (.fromAfar, 1000)] {
      func factor(_ kilometres: Double) -> Double { presence.factor(.kilometres(kilometres), settings) }
      #expect(factor(0) == 1 && factor(half) == 0.5 && factor(3 * half) == 0.25 && factor(20_000) == 0.25)
      #expect(presence.factor(.unknown, settings) == 1)
    }
    for distance in [Distance.kilometres(20_000), .differentCountries, .differentRegions, .sameRegion] {
      #expect(Presence.anywhere.factor(distance, settings) == 1)
    }
  }
}
