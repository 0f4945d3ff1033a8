"""The style sheet of a page of HTML, in the colours of the paper and of the night."""

from app.rendering.pdf.style import ACCENT, HAIRLINE, INK, LATE, MUTED, PAPER, WARNING

STYLE = f"""
:root {{ color-scheme: light dark; --ink: {INK}; --muted: {MUTED}; --accent: {ACCENT}; --line: {HAIRLINE};
  --paper: {PAPER}; --warning: {WARNING}; --late: {LATE}; }}
@media (prefers-color-scheme: dark) {{ :root {{ --ink: #e4eaea; --muted: #a3b1b4; --accent: #7cc4c6; --line: #3a474b;
  --paper: #151b1d; --warning: #e8b866; --late: #f39a94; }} }}
* {{ box-sizing: border-box; }}
body {{ margin: 0 auto; max-width: 60rem; padding: 2rem 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Source Sans Pro", "Source Sans 3", "Segoe UI", system-ui, sans-serif; }}
h1, h2 {{ font-weight: 300; line-height: 1.2; }}
h1 {{ font-size: 2.5rem; margin: 0 0 1rem; }}
h2 {{ font-size: 1.75rem; margin: 3rem 0 1rem; padding-top: .75rem; }}
h2::before {{ content: ""; display: block; width: 4rem; border-top: .25rem solid var(--accent); margin-bottom: .5rem; }}
h3 {{ font-size: 1.25rem; margin: 2rem 0 .5rem; }}
h4 {{ font-size: 1rem; margin: 1.5rem 0 .5rem; color: var(--accent); }}
a {{ color: var(--accent); }}
.letterhead {{ display: flex; align-items: center; gap: 1rem; margin-bottom: 2rem;
  color: var(--accent); font-weight: 600; }}
.letterhead img {{ max-height: 4.5rem; max-width: 15rem; background: #fff; }}
.over {{ color: var(--accent); font-weight: 600; margin: 0 0 .5rem; }}
.subtitle {{ font-size: 1.25rem; }}
nav ol {{ padding-left: 1.25rem; }}
.muted {{ color: var(--muted); }}
.strong, .late {{ font-weight: 600; }}
.late {{ color: var(--late); }}
.warning {{ color: var(--warning); }}
.table {{ overflow-x: auto; margin: 1rem 0; }}
table {{ border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }}
caption {{ text-align: left; font-weight: 600; padding-bottom: .5rem; }}
th {{ text-align: left; font-size: .8rem; color: var(--muted); border-bottom: 2px solid var(--accent);
  vertical-align: bottom; }}
th, td {{ padding: .35rem .75rem .35rem 0; }}
td {{ border-bottom: 1px solid var(--line); vertical-align: top; }}
td.amount {{ text-align: right; white-space: nowrap; }}
th.amount {{ text-align: right; }}
dl div {{ display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 1rem;
  border-bottom: 1px solid var(--line); padding: .35rem 0; }}
dt {{ color: var(--muted); }}
dd {{ margin: 0; }}
.figures {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1.5rem; }}
.figures p {{ border-top: 2px solid var(--accent); margin: 0; padding-top: .5rem;
  color: var(--muted); font-size: .9rem; }}
.figures strong {{ display: block; font-size: 2rem; font-weight: 300; line-height: 1.2;
  color: var(--accent); }}
figure {{ margin: 1.5rem 0; padding: 1rem; background: #fff; color: {INK}; }}
figure svg {{ max-width: 100%; height: auto; }}
figcaption {{ font-weight: 600; margin-bottom: .5rem; }}
footer {{ margin-top: 4rem; border-top: 1px solid var(--line); padding-top: .5rem;
  color: var(--muted);
  font-size: .85rem; }}
@media print {{ body {{ max-width: none; padding: 0; }} thead {{ display: table-header-group; }}
  tr {{ break-inside: avoid; }} }}
"""
