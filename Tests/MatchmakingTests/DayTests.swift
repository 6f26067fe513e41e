import Matchmaking
import Testing

@Suite struct DayTests {
  @Test func `counts every day of four centuries once, as the calendar does`() throws {
    var number = try #require(Day(year: 1800, month: 1, day: 1)).number
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for year in 1800..<2200 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for month in 1...12 {
        let length = month == 2 && isLeap ? 29 : lengths[month - 1]
        for day in 1...length {
          #expect(Day(year: year, month: month, day: day)?.number == number)
          #expect(Day(number: number).date == (year, month, day))
          number += 1
        }
        #expect(Day(year: year, month: month, day: length + 1) == nil)
      }
    }
  }

  @Test func `knows what day of the week it is`() throws {
    #expect(try #require(Day("1970-01-01")).weekday == 4)
    #expect(try #require(Day("2026-11-23")).weekday == 1)
    #expect(try #require(Day("1900-01-07")).weekday == 7)
  }

  @Test func `goes no further than the calendar`() throws {
    let day = try #require(Day("2026-11-23"))
    #expect(day.adding(days: 9).description == "2026-12-02")
    #expect(day.adding(days: -23).description == "2026-10-31")
    for days in [Int.max, 4_000_000] {
      #expect(day.adding(days: days).description == "9999-12-31")
      #expect(day.adding(days: -days).description == "0001-01-01")
    }
  }

  @Test(arguments: ["2026-11-23", "2026-11-23T09:30:00Z", "0001-01-01", "9999-12-31"])
  func `reads and writes ISO 8601`(text: String) throws {
    #expect(try #require(Day(text)).description == text.prefix(10))
  }

  @Test(arguments: [
    "", "2026-11", "2026-02-30", "2026-13-01", "23/11/2026", "2026-11-2x", "2026-11-231", "٢٠٢٦-١١-٢٣",
  ])
  func `refuses what is no date`(text: String) {
    #expect(Day(text) == nil)
  }
}

@Suite struct WeekTests {
  /// From the definition in ISO 8601, the years with awkward ends.
  @Test(arguments: [
    ("2026-11-23", "2026-W48"), ("2026-11-22", "2026-W47"), ("2021-01-03", "2020-W53"),
    ("2021-01-04", "2021-W01"),
    ("2018-12-31", "2019-W01"), ("2016-01-03", "2015-W53"), ("2027-01-01", "2026-W53"),
  ])
  func `numbers weeks as ISO 8601 does`(day: String, week: String) throws {
    let day = try #require(Day(day))
    #expect(Week(containing: day).description == week)
    let read = try #require(Week(week))
    #expect(read == Week(containing: day))
    #expect(read.monday <= day && day <= read.sunday)
  }

  @Test(arguments: ["2026-W54", "2026-W00", "2026-47", "2026-W7", "2025-W53", "26-W47", ""])
  func `refuses what is no week`(text: String) {
    #expect(Week(text) == nil)
  }
}
