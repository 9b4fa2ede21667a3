// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a page of results looks like: its style sheet, and the shapes of the states. The shapes are
// those of the window, and so are the colours, which have a contrast of 6.4 or more on both
// grounds; a state is told by shape and word, and by its colour only besides.

#pragma once

namespace roadstead {

inline constexpr const char *kHtmlStyle = R"(
:root{--ground:#fff;--text:#1b1b1b;--soft:#595959;--line:#c9c9c9;--band:#f4f4f4;
--open:#006644;--unknown:#a8320a;--closed:#5f5f5f;--filtered:#7a5200}
@media screen and (prefers-color-scheme:dark){:root{--ground:#1e1e1e;--text:#eaeaea;--soft:#b0b0b0;
--line:#4a4a4a;--band:#282828;--open:#5cc8a0;--unknown:#ff8a5c;--closed:#a0a0a0;--filtered:#e6b84d}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:1.5rem;background:var(--ground);color:var(--text);
font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem;overflow-wrap:anywhere}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem;border-bottom:2px solid var(--line)}
h3{font-size:1.05rem;margin:1.75rem 0 .4rem;overflow-wrap:anywhere}
h3 .names{font-weight:400;color:var(--soft);margin-inline-start:.6em}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.2rem;margin:0 0 1.2rem}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.counts{display:flex;flex-wrap:wrap;gap:.6rem;margin:0;padding:0;list-style:none}
.counts li{border:1px solid var(--line);border-radius:.4rem;padding:.25rem .75rem}
.counts b{font-variant-numeric:tabular-nums}
table{border-collapse:collapse;width:100%;margin:.3rem 0}
th,td{text-align:start;vertical-align:top;padding:.25rem .7rem .25rem 0;
border-bottom:1px solid var(--line);overflow-wrap:anywhere}
thead th{color:var(--soft);font-weight:600;border-bottom:2px solid var(--line)}
tbody tr:nth-child(even){background:var(--band)}
.number{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
.state,.counts li{white-space:nowrap}
.open{color:var(--open)}.unknown{color:var(--unknown)}.closed{color:var(--closed)}
.filtered{color:var(--filtered)}
.open .word{font-weight:700}
svg.shape{width:1em;height:1em;margin-inline-end:.4em;vertical-align:-.12em;fill:none;
stroke:currentColor;stroke-width:1.6}
.tick{stroke:var(--ground)}
.remark{margin:.3rem 0;color:var(--soft)}
.said{display:block;color:var(--soft)}
.said code{color:var(--text);white-space:pre-wrap}
code{font-family:ui-monospace,monospace;font-size:.92em}
@media print{body{max-width:none;padding:0;font-size:10pt}
h2,h3{break-after:avoid}tr,li{break-inside:avoid}thead{display:table-header-group}
tbody tr:nth-child(even){background:none}}
)";

/// Drawn once, and used by each state's name.
inline constexpr const char *kHtmlShapes =
    R"(<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>)"
    R"(<symbol id="open" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="currentColor"/>)"
    R"(<path d="M4.6 8.3l2.3 2.4 4.5-5" class="tick"/></symbol>)"
    R"(<symbol id="unknown" viewBox="0 0 16 16"><path d="M8 1.5L15 14.5H1z" stroke-linejoin="round"/>)"
    R"(<path d="M8 6v4.4M8 11.6v1.6"/></symbol>)"
    R"(<symbol id="closed" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.7"/>)"
    R"(<path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4"/></symbol>)"
    R"(<symbol id="filtered" viewBox="0 0 16 16">)"
    R"(<rect x="1.5" y="1.5" width="13" height="13" stroke-dasharray="2 1.6"/>)"
    R"(<path d="M6 6.1c.2-2.6 4.2-2.5 4.1 0 0 1.5-2 1.7-2.1 3.3M8 11v1.5"/></symbol>)"
    R"(</defs></svg>)";

} // namespace roadstead
