import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct LinkedInArchiveTests {
  private let folder = TemporaryFolder()

  /// An archive of the layout of 2024, with the quirks of real ones.
  private func archive() throws -> String {
    func write(_ text: String, _ name: String) { folder.write(text, to: "archive/" + name) }
    try FileManager.default.createDirectory(
      atPath: folder.file("archive/Jobs"), withIntermediateDirectories: true)
    write(
      """
      First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers
      Jeanne,Marty,,,,Conseil en énergie,"Lignes
      et lignes",Énergie,31000,"Toulouse, France",,"[COMPANY:https://marty.example,OTHER:https://blog.example]",
      """, "Profile.csv")
    write(
      "Email Address,Confirmed,Primary,Updated On\njeanne@marty.example,Yes,Yes,1/2/20\nold@x.example,No,No,\n",
      "Email Addresses.csv")
    write("Name,Proficiency\nFrançais,Native\nEnglish,Professional\n", "Languages.csv")
    write("Name\nAudit énergétique\nPhotovoltaïque\n", "Skills.csv")
    write("Extension,Number,Type\n,+33 5 61 00 00 00,Work\n", "PhoneNumbers.csv")
    write(
      "Company Name,Title,Description,Location,Started On,Finished On\nMarty Conseil,Gérante,,,Jan 2020,\nEDF,Ingénieure,,,2010,2019\n",
      "Positions.csv")
    write(
      """
      Notes:
      "When exporting your connection data, you may notice that some email addresses are missing."

      First Name,Last Name,URL,Email Address,Company,Position,Connected On
      Ann,Roy,https://www.linkedin.com/in/annroy,,Mots,Translator,12 Mar 2024
      Bo,"Lee, PMP",www.linkedin.com/in/bolee,bo@x.example,,,01 Feb 2022
      """, "Connections.csv")
    write(
      """
      CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
      1,,Ann Roy,https://www.linkedin.com/in/annroy,Jeanne Marty,https://www.linkedin.com/in/jmarty,2024-05-02 10:11:12 UTC,,"Hello, secret",INBOX
      1,,Jeanne Marty,https://www.linkedin.com/in/jmarty,Ann Roy,https://www.linkedin.com/in/annroy,2024-05-02 11:00:00 UTC,,"Bonjour
      à vous",INBOX
      1,,Ann Roy,https://www.linkedin.com/in/annroy,Jeanne Marty,https://www.linkedin.com/in/jmarty,2024-05-02 12:00:00 UTC,,again,INBOX
      2,,Sam Spam,https://www.linkedin.com/in/spam,Jeanne Marty,https://www.linkedin.com/in/jmarty,2024-05-03 10:00:00 UTC,,Buy,INBOX
      3,,Jeanne Marty,https://www.linkedin.com/in/jmarty,Cy Dor,https://www.linkedin.com/in/cydor,2024-05-04 10:00:00 UTC,,Hi,SENT
      4,,LinkedIn Member,,Jeanne Marty,https://www.linkedin.com/in/jmarty,2024-05-04 10:00:00 UTC,,Hi,INBOX
      """, "messages.csv")
    write(
      "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nBo Lee,Jeanne Marty,\"1/30/22, 6:14 PM\",,INCOMING,https://www.linkedin.com/in/bolee,https://www.linkedin.com/in/jmarty\n",
      "Invitations.csv")
    write(
      "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status\n2023/05/06 10:00:00 UTC,Subtitling,Ann,Roy,www.linkedin.com/in/annroy,ACCEPTED\n2023/05/06 10:00:00 UTC,Legal translation,Ann,Roy,www.linkedin.com/in/annroy,ACCEPTED\n",
      "Endorsement_Given_Info.csv")
    write(
      "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n2023/07/06 10:00:00 UTC,Thermographie,Bo,Lee,www.linkedin.com/in/bolee,ACCEPTED\n",
      "Endorsement_Received_Info.csv")
    write(
      "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nAnn,Roy,Mots,Translator,\"Ann is precise.\",\"03/04/24, 01:02 PM\",VISIBLE\n",
      "Recommendations_Given.csv")
    let queries = "Time\tSearch Query\n2024\tx\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    try Data([0xFF, 0xFE] + queries).write(
      to: URL(fileURLWithPath: folder.file("archive/Search Queries.csv")))
    write("Locations,Industries\nToulouse,\n", "Jobs/Job Seeker Preferences.csv")
    return folder.file("archive")
  }

  @Test func `makes the profile the host, with addresses, languages and skills`() throws {
    let result = Import(of: [try archive()])
    #expect(result.failures.isEmpty && result.summary.skipped.isEmpty && result.files.allSatisfy(\.addsUp))
    let host = try #require(result.network.host.flatMap(result.network.contact))
    #expect(host.name == "Jeanne Marty" && host.headline == "Conseil en énergie")
    #expect(host.organisation == "Marty Conseil" && host.place?.locality == "Toulouse, France")
    #expect(host.emails == ["jeanne@marty.example"] && host.phones == ["+33 5 61 00 00 00"])
    #expect(host.urls == ["https://marty.example", "https://blog.example"])
    #expect(host.languages == ["Français", "English"])
    let offers = result.network.listings.filter { $0.contact == host.id }.map(\.text)
    #expect(offers.contains("Audit énergétique, Photovoltaïque, Thermographie"))
  }

  @Test func `takes no contacts from what an archive says of the host's own life`() throws {
    let path = folder.file("archive.zip")
    let messages = "CONVERSATION ID,FROM,TO,DATE,CONTENT,IS MESSAGE DRAFT\n"
    let archive = StoredArchive.data([
      (
        "Connections.csv",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Roy,,a@x.example,,,12 Mar 2024\n"
      ),
      (
        "Education.csv",
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\nINSA,1998,2001,looking for a flat,,\n"
      ),
      ("Projects.csv", "Title,Description,Url,Started On,Finished On\nWebsite,x,https://x.example,,\n"),
      ("Organizations.csv", "Name,Start Date,End Date,Description,Position\nRotary,2001,,,Member\n"),
      (
        "Jobs/Job Applications.csv",
        "Application Date,Contact Email,Company Name,Job Title,Resume Name\n2024,me@x.example,Mots,Cook,cv.pdf\n"
      ),
      ("learning_coach_messages.csv", messages + "1,Coach,Jeanne Marty,2024-05-02 10:11:12 UTC,Hello,No\n"),
      (
        "messages.csv",
        messages
          + "1,Jeanne Marty,Carl Draft,2024-05-02 10:11:12 UTC,Hello,Yes\n1,Jeanne Marty,Cy Dor,2024-05-02 10:11:12 UTC,Hello,No\n"
      ),
      ("Contacts.csv", "Source,FirstName,LastName,Emails\nx,Bo,Lee,b@x.example\n"),
    ])
    folder.write(archive, to: "archive.zip")
    let host = try Network(contacts: [Contact(id: "me", name: "Jeanne Marty")], host: "me")
    let result = Import(of: [path], into: host)
    #expect(result.failures == [] && result.passedOver == 5)
    #expect(result.network.contacts.map(\.name).sorted() == ["Ann Roy", "Bo Lee", "Cy Dor", "Jeanne Marty"])
    #expect(result.network.listings.isEmpty)
  }

  @Test func `keeps who wrote when, once a day and direction, and no word of it`() throws {
    let network = Import(of: [try archive()]).network
    let ann = try #require(network.contacts.first { $0.name == "Ann Roy" })
    let host = try #require(network.host)
    let messages = network.interactions.filter {
      $0.kind == .message && [$0.first, $0.second].contains(ann.id)
    }
    #expect(messages.map(\.from) == [ann.id, host].sorted())
    #expect(messages.allSatisfy { $0.day == Day("2024-05-02") && $0.note == nil })
    #expect(!network.jsonLines.contains("secret"))
    #expect(network.contacts.contains { $0.name == "Cy Dor" }, "the host wrote to him")
    #expect(!network.contacts.contains { $0.name == "Sam Spam" }, "he wrote once, and is nobody's contact")
    let bo = try #require(network.contacts.first { $0.name == "Bo Lee, PMP" })
    #expect(network.interactions.contains { $0.from == bo.id && $0.day == Day("2022-01-30") })
    #expect(network.contacts.count == 4)
  }

  @Test func `keeps what was written where that is asked for`() throws {
    let network = Import(of: [try archive()], options: Import.Options(keepsBodies: true)).network
    #expect(network.interactions.filter { $0.kind == .message }.compactMap(\.note).contains("Hello, secret"))
  }

  @Test func `reads what the host endorsed as what others offer`() throws {
    let network = Import(of: [try archive()]).network
    let ann = try #require(network.contacts.first { $0.name == "Ann Roy" })
    let offers = network.listings.filter { $0.contact == ann.id && $0.basis == .implied }.map(\.text)
    #expect(offers.contains("Subtitling, Legal translation"))
    // A recommendation has a name alone: it is a word between the two, and changes nothing that is said of her.
    #expect(network.interactions.contains { $0.kind == .comment && $0.day == Day("2024-03-04") })
  }

  @Test func `reads what the host recommended somebody for, where it says what she offers`() throws {
    let path = try archive()
    folder.write(
      "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nAnn,Roy,Mots,Translator,"
        + "\"Ann is precise. I was looking for a lawyer and found her. She needs no supervision. "
        + "Ann offers free proofreading.\","
        + "\"03/04/24, 01:02 PM\",VISIBLE\n"
        + "Ann,Roy,Mots,Translator,She offers guided walks.,\"03/05/24, 01:02 PM\",VISIBLE\n",
      to: "archive/Recommendations_Given.csv")
    let network = Import(of: [path]).network
    let ann = try #require(network.contacts.first { $0.name == "Ann Roy" })
    let noted = network.listings.filter { $0.contact == ann.id && $0.source == .notes }
    #expect(noted.map(\.text).sorted() == ["free proofreading", "guided walks"])
    #expect(noted.allSatisfy { $0.kind == .offer && $0.visibility == .private })
    #expect(Import(of: [path], into: network).network == network)
  }

  @Test func `changes nothing the second time, in whatever order the files are named`() throws {
    let path = try archive()
    let once = Import(of: [path])
    let twice = Import(of: [path], into: once.network)
    #expect(twice.network == once.network)
    #expect(twice.summary.updated == 0 && twice.summary.added == 0)
    let files = ["messages.csv", "Skills.csv", "Connections.csv", "Profile.csv"].map { "\(path)/\($0)" }
    let mixed = Import(of: files), sorted = Import(of: files.sorted())
    #expect(mixed.network == sorted.network && mixed.network.host != nil)
  }

  @Test func `says whose messages these are to be when nobody is the host`() throws {
    let result = Import(of: ["\(try archive())/messages.csv"])
    #expect(result.failures.count == 1)
    #expect("\(result.failures[0])".hasSuffix("name the host first: linkup add \"Your Name\" --host"))
  }

  @Test func `takes nobody else's archive for the host's`() throws {
    let existing = try Network(contacts: [Contact(id: "me", name: "Paul Durand")], host: "me")
    let result = Import(of: [try archive()], into: existing)
    #expect(result.network.contact("me")?.name == "Paul Durand")
    #expect(result.network.contact("me")?.emails == [])
    #expect(
      result.summary.reports.contains {
        $0.contains("is about 'Jeanne Marty', but the network's host is 'Paul Durand'")
      })
  }

  @Test func `reads messages and contacts of the layout of 2018`() throws {
    let existing = try imported(
      "{\"id\":\"me\",\"name\":\"Jeanne Marty\",\"host\":true}\n{\"id\":\"a\",\"name\":\"Ann Roy\"}\n"
    ).network
    let messages = folder.write(
      "From,To,Date,Subject,Content,Direction,Folder\nAnn Roy,Jeanne Marty,\"7/23/18, 7:41 AM\",Hi,\"a,b\",INCOMING,INBOX\n",
      to: "Messages.csv")
    let contacts = folder.write(
      "First Name,Last Name,Companies,Title,Email Address,Phone Numbers,Created At,Instant Message Handles,Addresses,Sites,Full Name,Birthday,Location,Bookmarked At,Profiles\nDi,Fox,Foxes,Owner,di@x.example,+33 6 00 00 00 00,,,,,Di Fox,,Albi,,\n",
      to: "Imported Contacts.csv")
    let result = Import(of: [messages, contacts], into: existing)
    #expect(
      result.network.interactions == [
        Interaction("a", "me", day: Day("2018-07-23")!, kind: .message, from: "a")
      ])
    let di = try #require(result.network.contacts.first { $0.name == "Di Fox" })
    #expect(di.organisation == "Foxes" && di.headline == "Owner" && di.place?.locality == "Albi")
    #expect(di.phones == ["+33 6 00 00 00 00"])
  }
}
