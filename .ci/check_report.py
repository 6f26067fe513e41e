"""Asserts what a reader of the report may count on; see check-report, which runs it.

usage: check_report.py CHROMIUM FOLDER, where FOLDER has en.html, en.ics, en.eml, en.json, and the same in French.
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
  if (document.documentElement.scrollWidth > window.innerWidth) problems.push('scrolls sideways')
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(link.getAttribute('href').slice(1))) problems.push('dead link ' + link.href)
  for (const link of document.querySelectorAll('a:not([href^="#"])'))
    if (!/^(mailto:[^?]*\\?subject=[^&]+&body=.+|tel:[+0-9]+)$/.test(link.getAttribute('href')))
      problems.push('odd link ' + link.getAttribute('href'))
  let level = 0
  for (const heading of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const next = Number(heading.tagName[1])
    if (next > level + 1) problems.push('heading skips a level: ' + heading.textContent)
    level = next
  }
  if (document.querySelectorAll('h1').length !== 1) problems.push('not one h1')
  for (const picture of document.querySelectorAll('svg')) {
    if (picture.getAttribute('role') !== 'img' || !picture.getAttribute('aria-label')) problems.push('picture without words')
    const boxes = [...picture.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()])
    for (let i = 0; i < boxes.length; i++)
      for (let j = i + 1; j < boxes.length; j++) {
        const [a, b] = [boxes[i][1], boxes[j][1]]
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
          problems.push('overlap: ' + boxes[i][0] + ' / ' + boxes[j][0])
      }
  }
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
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!walker.currentNode.textContent.trim() || element.closest('svg')) continue
    const [one, other] = [light(rgb(getComputedStyle(element).color)), light(behind(element))]
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    if (contrast < 4.5) problems.push('contrast ' + contrast.toFixed(2) + ': ' + walker.currentNode.textContent.slice(0, 40))
  }
  return [...new Set(problems)]
}"""


def look(chromium: str, folder: pathlib.Path) -> list[str]:
    problems = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for language in ("en", "fr"):
            page_url = (folder / f"{language}.html").as_uri()
            for width, height in ((360, 740), (1280, 900)):
                for scheme in ("light", "dark"):
                    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                    said = f"{language} {width} {scheme}"
                    page.on("console", lambda message: problems.append(f"{said}: console: {message.text}"))
                    page.on("pageerror", lambda error: problems.append(f"{said}: error: {error}"))
                    page.on("request", lambda request: request.url.split("#")[0] == page_url
                            or problems.append(f"{said}: request: {request.url}"))
                    page.goto(page_url)
                    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
                    problems += [f"{said}: {problem}" for problem in page.evaluate(LOOK)]
                    page.locator("nav a").first.click()
                    if page.evaluate("() => location.hash") != "#link-up":
                        problems.append(f"{said}: the first link leads nowhere")
                    page.close()
        browser.close()
    return problems


def read(folder: pathlib.Path) -> list[str]:
    problems = []
    schema = json.loads(pathlib.Path("docs/report.schema.json").read_text(encoding="utf-8"))
    for language in ("en", "fr"):
        report = json.loads((folder / f"{language}.json").read_text(encoding="utf-8"))
        problems += [f"{language}.json: {error.message}" for error in jsonschema.Draft202012Validator(schema).iter_errors(report)]
        calendar = icalendar.Calendar.from_ical((folder / f"{language}.ics").read_bytes())
        todos = calendar.walk("VTODO")
        if not todos or any(todo.errors for todo in todos):
            problems.append(f"{language}.ics: no to-do, or one with errors")
        for todo in todos:
            if not todo.walk("VALARM") or todo["DUE"].dt <= todo["DTSTART"].dt:
                problems.append(f"{language}.ics: a to-do without alarm or time")
        mail = email.parser.BytesParser(policy=email.policy.default).parsebytes((folder / f"{language}.eml").read_bytes())
        if mail.defects or any(part.defects for part in mail.walk()):
            problems.append(f"{language}.eml: {mail.defects}")
        plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
        if "linkup" not in mail["Subject"] or "Pauline Gaubert" not in plain.get_content() \
                or "Zoë Campbell" not in html.get_content():
            problems.append(f"{language}.eml: subject or parts are not as expected")
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
