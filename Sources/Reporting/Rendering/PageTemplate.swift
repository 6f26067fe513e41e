/// The template of the HTML page, and its style.
///
/// Nothing is loaded from anywhere, which the policy in its head enforces, and no script runs.
public enum PageTemplate {
  /// The Mustache template.
  public static let text = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>{{title}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <header>
    <h1>{{title}}</h1>
    <p class="summary">{{summary}}</p>
    <nav aria-label="{{labels.contents}}"><ul>
    {{#sections}}{{#hasItems}}<li><a href="#{{id}}">{{title}}</a> <span class="count">{{count}}</span></li>
    {{/hasItems}}{{/sections}}</ul></nav>
    </header>
    <main>
    {{#sections}}
    <section id="{{id}}" aria-labelledby="{{id}}-title">
    <h2 id="{{id}}-title">{{title}}</h2>
    {{#items}}
    <article id="{{anchor}}">
    <h3><span class="number">{{number}}</span> {{title}}{{#note}} <span class="note">{{note}}</span>{{/note}}</h3>
    <p class="reason">{{reason}}</p>
    {{#quotes}}
    <p class="quote"><span class="lead">{{lead}}</span> <q>{{words}}</q>{{#asides}} <span class="asides">{{asides}}</span>{{/asides}}</p>
    {{/quotes}}
    <p class="facts">{{facts}}{{#reference}} <span class="id">[{{.}}]</span>{{/reference}}</p>
    <div class="actions">
    {{#letter}}
    <a class="button" href="{{mailto}}" aria-label="{{labels.write}}{{labels.colon}} {{subject}} ({{title}})">{{labels.write}}</a>{{#tel}} <a class="button" href="{{tel}}">{{labels.call}} {{phone}}</a>{{/tel}}
    <details><summary>{{labels.draft}}</summary><p class="subject">{{subject}}</p><p class="letter">{{body}}</p></details>
    {{/letter}}
    {{#hasCommands}}<details><summary>{{labels.commands}}</summary>{{#commands}}<p><code>{{.}}</code></p>{{/commands}}</details>{{/hasCommands}}
    </div>
    </article>
    {{/items}}
    {{#settled}}<p class="settled">{{title}} <span class="note">{{note}}</span></p>
    {{/settled}}
    {{#more}}<p class="hint">{{text}}{{#command}} <code>{{command}}</code>{{/command}}</p>{{/more}}
    {{#advice}}<p class="hint">{{text}}{{#command}} <code>{{command}}</code>{{/command}}</p>{{/advice}}
    </section>
    {{/sections}}
    {{#lacking}}<p class="hint">{{text}}{{#command}} <code>{{command}}</code>{{/command}}</p>{{/lacking}}
    {{#pictures}}
    {{#network}}<section aria-labelledby="network-title"><h2 id="network-title">{{labels.network}}</h2>
    <figure>{{{network}}}{{{networkNarrow}}}<figcaption>{{networkCaption}}</figcaption></figure>
    </section>{{/network}}
    {{#rhythm}}<section aria-labelledby="rhythm-title"><h2 id="rhythm-title">{{labels.rhythm}}</h2>
    <figure>{{{rhythm}}}{{{rhythmNarrow}}}<figcaption>{{rhythmCaption}}</figcaption></figure>
    </section>{{/rhythm}}
    {{/pictures}}
    </main>
    <footer><p>{{footer}}</p></footer>
    </body>
    </html>

    """

  /// The Mustache template of the page that leads to all digests.
  static let index = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{title}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <header>
    <h1>{{title}}</h1>
    <p class="summary">{{summary}}</p>
    </header>
    <main>
    <ul class="digests">
    {{#digests}}
    <li><a href="{{file}}">{{reader}}</a> <span class="facts">{{contents}}</span></li>
    {{/digests}}
    </ul>
    </main>
    </body>
    </html>

    """

  static let style = """
    :root{--ink:#1d2430;--soft:#50596a;--line:#d5dae3;--paper:#fbfaf7;--card:#fff;--accent:#0b5c6b;--on:#fff;\
    --mark:#8a4b08;--dot:#7d8899}
    @media(prefers-color-scheme:dark){:root{--ink:#e8eaee;--soft:#b3bac6;--line:#3a4252;--paper:#14171d;--card:#1c212a;\
    --accent:#7fd0dd;--on:#0c1a1e;--mark:#f0b46a;--dot:#8b95a7}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,\
    "Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
    header,main,footer{max-width:46rem;margin:0 auto;padding:0 1rem}
    h1{font-size:1.5rem;line-height:1.2;margin:1.6rem 0 .4rem}
    h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:2px solid var(--accent);padding-bottom:.2rem}
    h3{font-size:1.05rem;margin:0 0 .3rem}
    p{margin:.3rem 0}
    a{color:var(--accent)}
    a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .summary{font-size:1.05rem}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:0;margin:.6rem 0;font-size:.92rem}
    .count{color:var(--soft)}
    article{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;margin:.7rem 0;\
    break-inside:avoid}
    .number{color:var(--soft);font-weight:400;margin-right:.2rem}
    .note{color:var(--mark);font-size:.85rem;font-weight:400}
    .quote{padding-left:.8rem;border-left:3px solid var(--line)}
    .quote q{quotes:none;font-style:italic}
    .lead{color:var(--soft)}
    .asides{color:var(--mark);font-size:.9rem}
    .facts,.hint,footer{color:var(--soft);font-size:.9rem}
    .id{font-size:.85em}
    .actions{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1rem;margin:.5rem 0 0}
    details[open]{flex-basis:100%}
    .button{display:inline-block;background:var(--accent);color:var(--on);text-decoration:none;padding:.3rem .9rem;\
    border-radius:.4rem}
    details{font-size:.92rem;margin:.2rem 0}
    summary{cursor:pointer;color:var(--accent);padding:.15rem 0}
    .subject{font-weight:600}
    .letter{white-space:pre-line;border-left:3px solid var(--line);padding-left:.8rem}
    code{font:.88em/1.4 ui-monospace,"DejaVu Sans Mono",monospace;background:var(--paper);border:1px solid var(--line);\
    border-radius:.3rem;padding:.1rem .3rem;user-select:all}
    .digests{list-style:none;padding:0}
    .digests li{border-bottom:1px solid var(--line);padding:.4rem 0}
    .settled{color:var(--soft);margin:.3rem 0 .3rem 1rem}
    figure{margin:0}
    figcaption{color:var(--soft);font-size:.92rem}
    svg{width:100%;height:auto;display:block}
    svg.narrow{display:none}
    @media screen and (max-width:600px){svg.wide{display:none}svg.narrow{display:block}}
    svg text{fill:var(--ink);font:12px system-ui,"DejaVu Sans",sans-serif;paint-order:stroke;stroke:var(--paper);\
    stroke-width:3px;stroke-linejoin:round}
    svg .small{font-size:11px;fill:var(--soft)}
    svg .ring{fill:var(--card);stroke:var(--line)}
    svg .dot{fill:var(--dot)}
    svg .met{fill:var(--accent)}
    svg .link{stroke:var(--accent);stroke-width:2;fill:none}
    svg .badge{fill:var(--accent)}
    svg .badge-text{fill:var(--on);font-weight:600;stroke:none}
    svg .bar{fill:var(--accent)}
    svg .axis{stroke:var(--line)}
    footer{padding-bottom:2rem;margin-top:2rem}
    h2,h3{break-after:avoid}
    @media print{svg{break-inside:avoid}@page{size:A4;margin:14mm}:root{--ink:#000;--soft:#333;--line:#bbb;--paper:#fff;--card:#fff;--accent:#0b5c6b;\
    --on:#fff;--mark:#6a3a06;--dot:#777}body{font-size:10.5pt}nav,.actions{display:none}header,main,footer{max-width:none;\
    padding:0}h2{margin:1.2rem 0 .4rem}article{border-radius:0;padding:.4rem .6rem;margin:.4rem 0}\
    svg.wide{max-height:85mm}}
    """
}
