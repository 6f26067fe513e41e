"""Asserts what a reader of the report may count on; see check-report, which runs it.

usage: check_report.py CHROMIUM FOLDER, where FOLDER has en.html, en.ics, en.eml, en.json, and the same in French (fr) and
of a network of hostile names (hostile), and everyone's digests with their index (everyone).
"""
import email.policy
import email.parser
import json
import pathlib
import sys

import icalendar
import jsonschema
from playwright.sync_api import sync_playwright

LOOK = """() => {
  const problems = []
  const rgb = text => (text.match(/[\\d.]+/g) || []).map(Number)
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgb(getComputedStyle(e).backgroundColor)
      if (colour.length === 3 || colour[3] > 0.99) return colour
    }
    return [255, 255, 255]
  }
  const check = (ink, paper, words) => {
    const [one, other] = [light(ink), light(paper)]
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    if (contrast < 4.5) problems.push('contrast ' + contrast.toFixed(2) + ': ' + words.slice(0, 40))
  }
  if (document.documentElement.scrollWidth > window.innerWidth) problems.push('scrolls sideways')
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(link.getAttribute('href').slice(1))) problems.push('dead link ' + link.href)
  for (const link of document.querySelectorAll('a:not([href^="#"])'))
    if (!/^(mailto:[^?]*\\?subject=[^&]+&body=.+|tel:[+0-9]+|[a-z0-9-]+\\.html)$/.test(link.getAttribute('href')))
      problems.push('odd link ' + link.getAttribute('href'))
  let level = 0
  for (const heading of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const next = Number(heading.tagName[1])
    if (next > level + 1) problems.push('heading skips a level: ' + heading.textContent)
    level = next
  }
  if (document.querySelectorAll('h1').length !== 1) problems.push('not one h1')
  for (const picture of document.querySelectorAll('svg')) {
    if (getComputedStyle(picture).display === 'none') continue
    if (picture.getAttribute('role') !== 'img' || !picture.getAttribute('aria-label')) problems.push('picture without words')
    picture.scrollIntoView()
    for (const text of picture.querySelectorAll('text')) {
      const box = text.getBoundingClientRect()
      window.scrollTo(0, window.scrollY + box.top - 100)
      const now = text.getBoundingClientRect()
      const under = document.elementsFromPoint(now.left + now.width / 2, now.top + now.height / 2)
        .filter(e => !e.closest('text'))
        .find(e => e.closest('svg') ? e !== e.ownerSVGElement && e.tagName !== 'svg' && getComputedStyle(e).fill !== 'none' : true)
      const paint = under && under.closest('svg') ? rgb(getComputedStyle(under).fill) : behind(picture)
      check(rgb(getComputedStyle(text).fill), paint, text.textContent)
      if (now.left < -1 || now.right > window.innerWidth + 1) problems.push('cut off: ' + text.textContent)
    }
    const boxes = [...picture.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()])
    for (let i = 0; i < boxes.length; i++)
      for (let j = i + 1; j < boxes.length; j++) {
        const [a, b] = [boxes[i][1], boxes[j][1]]
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
          problems.push('overlap: ' + boxes[i][0] + ' / ' + boxes[j][0])
      }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!walker.currentNode.textContent.trim() || element.closest('svg')) continue
    check(rgb(getComputedStyle(element).color), behind(element), walker.currentNode.textContent)
  }
  return [...new Set(problems)]
}"""


def look(chromium: str, folder: pathlib.Path) -> list[str]:
    problems = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name in ("en", "fr", "hostile", "everyone/index", "everyone/claire-bonnafous"):
            page_url = (folder / f"{name}.html").as_uri()
            for width, height in ((360, 740), (1280, 900)):
                for scheme in ("light", "dark"):
                    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                    said = f"{name} {width} {scheme}"
                    page.on("console", lambda message: problems.append(f"{said}: console: {message.text}"))
                    page.on("pageerror", lambda error: problems.append(f"{said}: error: {error}"))
                    page.on("request", lambda request: request.url.split("#")[0] in (page_url, *(
                        link.as_uri() for link in (folder / name).parent.glob("*.html") if name.endswith("index")))
                            or problems.append(f"{said}: request: {request.url}"))
                    page.goto(page_url)
                    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
                    problems += [f"{said}: {problem}" for problem in page.evaluate(LOOK)]
                    page.emulate_media(media="print")
                    page.set_viewport_size({"width": 718, "height": 1047})  # A4 less its margins, at 96 dots per inch
                    problems += [f"{said}, printed: {problem}" for problem in page.evaluate(LOOK)]
                    page.emulate_media(media="screen")
                    page.set_viewport_size({"width": width, "height": height})
                    page.locator("a").first.click()
                    first = "adele-monge.html" if name.endswith("index") else "#ask" if "/" in name else "#link-up"
                    if not page.url.endswith(first):
                        problems.append(f"{said}: the first link leads to {page.url}")
                    page.close()
        browser.close()
    return problems


def read(folder: pathlib.Path) -> list[str]:
    problems = []
    schema = json.loads(pathlib.Path("docs/report.schema.json").read_text(encoding="utf-8"))
    for name in ("en", "fr", "hostile"):
        report = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        problems += [f"{name}.json: {error.message}" for error in jsonschema.Draft202012Validator(schema).iter_errors(report)]
        calendar = icalendar.Calendar.from_ical((folder / f"{name}.ics").read_bytes())
        todos = calendar.walk("VTODO")
        if not todos or any(part.errors for part in calendar.walk()):
            problems.append(f"{name}.ics: no to-do, or one with errors")
        if {part.name for part in calendar.walk()} != {"VCALENDAR", "VTODO", "VALARM"}:
            problems.append(f"{name}.ics: {sorted({part.name for part in calendar.walk()})}")
        for todo in todos:
            if not todo.walk("VALARM") or todo["DUE"].dt <= todo["DTSTART"].dt:
                problems.append(f"{name}.ics: a to-do without alarm or time")
        mail = email.parser.BytesParser(policy=email.policy.default).parsebytes((folder / f"{name}.eml").read_bytes())
        if mail.defects or any(part.defects for part in mail.walk()):
            problems.append(f"{name}.eml: {mail.defects}")
        if set(mail.keys()) - {"To", "Subject", "MIME-Version", "X-Unsent", "Content-Type"} or "linkup" not in mail["Subject"]:
            problems.append(f"{name}.eml: the header is {mail.items()}")
        bodies = [mail.get_body((kind,)).get_content() for kind in ("plain", "html")]
        known = "SUMMARY:x" if name == "hostile" else "Pauline Gaubert"
        if not all(known in body for body in bodies):
            problems.append(f"{name}.eml: a part doesn't name {known}")
    return problems


def main() -> None:
    chromium, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    problems = look(chromium, folder) + read(folder)
    for problem in problems:
        print("report:", problem, file=sys.stderr)
    if problems:
        sys.exit(1)
    print("report: page, calendar, mail and JSON are as they should be")


main()
