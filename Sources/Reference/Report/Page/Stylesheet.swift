/// The CSS of the page, for light and dark themes, phones, desktops and print.
enum Stylesheet {
  /// The number of run colors; letters distinguish further runs.
  static let runColors = 6

  static let css: HTML = colors + text + tables + charts + figures + print

  // The colorblind-safe palette of Okabe and Ito (2008), darkened on white and lightened on black for a contrast of at
  // least 3:1.
  private static let colors: HTML = """
    :root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1d1c1a;--soft:#65615a;--hair:#e3dfd6;--tint:#f4f1ea;\
    --heat:214 90 40;--right:70 110 150;--alert:#a8371b;\
    --run0:#0067a8;--run1:#c14f00;--run2:#00795a;--run3:#a84c86;--run4:#8f6a00;--run5:#3d7fa8}
    @media (prefers-color-scheme:dark){:root{--paper:#161513;--ink:#ebe7de;--soft:#a19b8f;--hair:#35322d;--tint:#201e1b;\
    --heat:196 78 34;--right:90 130 170;--alert:#f0906f;\
    --run0:#5eb3ec;--run1:#f58a4b;--run2:#35c19a;--run3:#e096c4;--run4:#dcb13c;--run5:#9ccbe8}}
    .run0{--run:var(--run0)}.run1{--run:var(--run1)}.run2{--run:var(--run2)}
    .run3{--run:var(--run3)}.run4{--run:var(--run4)}.run5{--run:var(--run5)}.other{--run:var(--soft)}

    """

  private static let text: HTML = """
    *{box-sizing:border-box}
    html{background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;\
    font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans","Noto Sans CJK JP",sans-serif}
    body{margin:0;overflow-wrap:break-word}
    main,footer{max-width:1180px;margin:0 auto;padding:0 clamp(16px,3vw,40px)}
    h1{font-size:clamp(1.7rem,4.5vw,2.5rem);font-weight:600;letter-spacing:-.02em;line-height:1.15;margin:2.2rem 0 .2rem}
    h1 span{font-weight:300;color:var(--soft)}
    h2{font-size:1.15rem;font-weight:600;letter-spacing:-.005em;margin:0 0 .3rem}
    h3{font-size:.95rem;font-weight:600;margin:1.2rem 0 .3rem}
    p{margin:0 0 .6rem;max-width:46rem}
    section{border-top:1px solid var(--hair);margin-top:2rem;padding-top:1.1rem;min-width:0}
    .lead,.note,.attribution,.of,.key{color:var(--soft)}
    .note,.attribution,footer{font-size:.85rem}
    .lead{margin-bottom:1.4rem}.attribution{margin-top:.9rem}
    footer{color:var(--soft);margin-top:2.5rem;padding-bottom:2.5rem}
    footer p{border-top:1px solid var(--hair);padding-top:1rem;max-width:none}
    ul.note{margin:0;padding-left:1.1rem}
    .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,29rem),1fr));column-gap:3rem}
    .scores{display:flex;flex-wrap:wrap;gap:1.4rem 3.5rem;margin-bottom:1.4rem}
    .score{flex:1 1 17rem;max-width:30rem}
    .score h2{font-size:1rem;margin:0}.score p{font-size:.85rem;color:var(--soft);margin:0}
    .score .figure{font-size:clamp(3rem,9vw,4.4rem);font-weight:300;letter-spacing:-.03em;line-height:1.1;color:var(--run0);\
    font-variant-numeric:tabular-nums}
    .score.second .figure{color:var(--ink)}.score .none{color:var(--soft)}
    .figure small{font-size:.45em;letter-spacing:0}
    .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(45%,11.8rem),1fr));gap:.9rem 1rem;margin:0 0 1.2rem}
    .facts dt{font-size:.78rem;color:var(--soft)}.facts dd{margin:0;font-variant-numeric:tabular-nums}
    .warnings{border:1px solid var(--alert);border-left-width:5px;padding:.8rem 1.1rem}
    .warnings h2{color:var(--alert)}.warnings ul{margin:0;padding-left:1.1rem}

    """

  private static let tables: HTML = """
    table{border-collapse:collapse;font-variant-numeric:tabular-nums lining-nums}
    th{font-weight:400;text-align:left}
    thead th{font-size:.78rem;color:var(--soft);vertical-align:bottom;line-height:1.25}
    caption{text-align:left;font-weight:600;padding:.6rem 0 .3rem}
    .scroll{overflow-x:auto;max-width:100%}
    .scroll:focus-visible,summary:focus-visible{outline:2px solid var(--run0);outline-offset:2px}
    .number,thead th.number{text-align:right}td.number{white-space:nowrap}
    .figures{width:100%}
    .figures th,.figures td{padding:.28rem .7rem .28rem 0;border-bottom:1px solid var(--hair)}
    .figures thead th:not(:first-child){min-width:3.6rem}
    .figures tbody th{min-width:8rem}.figures tbody th.number{min-width:0}
    .figures .best{font-weight:700}
    .figures tr.chosen{background:var(--tint);font-weight:600}.figures tr.chosen th{font-weight:600}
    .settings th,.settings td{padding:.2rem 1.2rem .2rem 0;border-bottom:1px solid var(--hair);vertical-align:top}
    .settings tbody th{color:var(--soft);white-space:nowrap}.settings .differs>*{font-weight:700;color:var(--ink)}
    .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:0 2.5rem;align-items:start}
    .columns table{width:100%}.columns td{text-align:right;overflow-wrap:anywhere}.columns td,.columns th{padding-right:0}
    summary{cursor:pointer;color:var(--soft);font-size:.85rem;padding:.3rem 0}
    .chip{display:inline-block;min-width:1.5em;padding:0 .35em;border-radius:.75em;text-align:center;font-size:.85em;\
    line-height:1.5;background:var(--run);color:var(--paper)}
    .tag{font-size:.75rem;padding:.05em .5em;border:1px solid var(--run);border-radius:1em;color:var(--run);white-space:nowrap}

    """

  private static let charts: HTML = """
    .key{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;font-size:.85rem;max-width:none}
    .swatch{height:.7em;width:2em;overflow:visible;fill:none;stroke:var(--ink);stroke-width:2}
    .swatch[viewBox="0 0 12 12"]{height:.9em;width:.9em;vertical-align:-.05em;stroke-width:1.6}
    .swatch.dashed{stroke-dasharray:4 3;stroke-width:1.4}
    .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));gap:1.2rem 1.6rem;margin-top:.8rem}
    .chart{margin:0;min-width:0}.chart figcaption{font-size:.85rem;font-weight:600;margin-bottom:.2rem}
    .chart svg{display:block;width:100%;height:auto;overflow:visible}
    .chart text{font-size:11px;fill:var(--soft);font-variant-numeric:tabular-nums}
    .chart text.label{fill:var(--run);font-size:11.5px}.chart text.label.solid{font-weight:600}
    .grid{stroke:var(--hair)}
    .chart polyline{fill:none;stroke:var(--run);stroke-linejoin:round}
    .chart .solid{stroke-width:2}.chart .dashed{stroke-width:1.3;stroke-dasharray:4 3}
    .chart .faint{stroke-width:1;stroke-opacity:.45}.chart .leader{stroke-width:.7;stroke-opacity:.6}
    .chart text.solid,.chart text.dashed{stroke:none}
    .dot{fill:var(--run)}.ring{fill:var(--paper);stroke:var(--run);stroke-width:2}
    .target{fill:transparent}
    .chart line.chosen{stroke:var(--run);stroke-width:1;stroke-dasharray:1 3}

    """

  private static let figures: HTML = """
    .confusion{font-size:.82rem;margin-top:.4rem;width:100%;table-layout:fixed}
    .confusion th,.confusion td{height:2.5em;padding:0;text-align:center;border:1px solid var(--paper)}
    .confusion th{font-size:1.1em;color:var(--ink);line-height:1.1}
    .confusion.long{table-layout:auto}.confusion.long tbody th{text-align:right;padding-right:.6em;font-size:1em}
    .confusion.long thead th{writing-mode:vertical-rl;transform:rotate(180deg);text-align:left;padding:.4em 0;margin:auto;\
    height:auto;font-size:1em}
    .confusion tbody td{background:rgb(var(--heat)/calc(.08 + .62*var(--share)))}
    .confusion tbody .right{background:rgb(var(--right)/.2)}
    .confusion tbody .zero{background:var(--tint);color:transparent}
    .confusion.dense{font-size:.62rem;table-layout:auto}
    .confusion.dense th,.confusion.dense td{min-width:2em;height:1.9em;padding:0 .1em}.confusion.dense th{font-size:1.2em;min-width:1.6em}
    .confusion tbody th{position:sticky;left:0;background:var(--paper)}
    .words{margin:0 0 .5rem;padding-left:1.5rem;columns:14.5rem;column-gap:1.5rem;font-size:.9rem}.words li{break-inside:avoid}
    .classes{width:100%;font-size:.9rem}.columns .classes td{text-align:right}.columns .classes td,.columns .classes th{padding-right:.6rem}
    .classes th,.classes td{padding:.16rem .8rem .16rem 0}.classes :is(th,td):last-child{padding-right:0}
    .classes thead th:nth-child(n+3){text-align:right}.classes tbody th{white-space:nowrap}
    .wide{width:100%;min-width:6rem}
    .bar{position:relative;height:1em}
    .bar::before{content:"";position:absolute;inset:0 auto 0 0;width:var(--length);background:rgb(var(--heat)/.62)}
    .bar::after{content:"";position:absolute;top:calc(50% - .5px);height:1px;left:var(--from);\
    width:calc(var(--to) - var(--from));background:var(--ink)}
    .mistakes{display:grid;grid-template-columns:repeat(auto-fill,minmax(clamp(70px,12vw,78px),1fr));gap:1rem .9rem;list-style:none;padding:0;\
    margin:.8rem 0 0}
    .mistakes li{break-inside:avoid;min-width:0}
    .mistakes img{display:block;width:100%;max-width:96px;height:auto;aspect-ratio:1;image-rendering:pixelated;filter:invert(1);border:1px solid #1d1c1a}
    @media (prefers-color-scheme:dark){.mistakes img{filter:none;border-color:var(--hair)}}
    .mistakes p{margin:.25rem 0 0;font-size:.8rem;line-height:1.35;overflow-wrap:anywhere}
    .mistakes .as,.sure{color:var(--soft);font-variant-numeric:tabular-nums}.wrong{color:var(--alert)}
    .leaderboard .wide{width:32%;min-width:9rem}.leaderboard tbody th{min-width:11rem}
    .leaderboard td:nth-child(5){padding-left:.7rem}
    @media (max-width:600px){.leaderboard .wide{min-width:7rem}.leaderboard tbody th{min-width:8rem}\
    .leaderboard tr>:nth-child(n+5){display:none}}
    .axis{position:relative;height:1.3em;font-size:.78rem;color:var(--soft);margin:0 1em}
    .axis span{position:absolute;transform:translateX(-50%)}
    .strip{position:relative;height:1em;margin:0 1em;\
    background:linear-gradient(var(--hair),var(--hair)) 0 50%/100% 1px no-repeat}
    .strip::after{content:"";position:absolute;top:50%;left:var(--at);width:9px;height:9px;margin:-4.5px;border-radius:50%;\
    border:1.5px solid var(--soft);background:var(--paper)}
    .strip.local::after{background:var(--run);border-color:var(--run)}
    .leaderboard tr.reported{background:var(--tint)}.reported .strip::after{width:13px;height:13px;margin:-6.5px}

    """

  private static let print: HTML = """
    @media print{:root{color-scheme:light;--paper:#fff}html{font-size:11px}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}\
    section,.chart,tr{break-inside:avoid}main,footer{max-width:none;padding:0}.scroll{overflow:visible}\
    .mistakes{grid-template-columns:repeat(12,1fr)}}
    """
}
