package io.secplat.local.inbox;

/** What stands around the messages on the page. No script, no picture, nothing from elsewhere. */
final class PageFrame {

    static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private static final String STYLE =
            """
            :root { --line: #d5dce4; --soft: #5a6875; --ink: #1c2733 }
            body { font: 15px/1.45 system-ui, sans-serif; margin: 0; color: var(--ink); background: #eef1f5 }
            body > header { background: #1c2733; color: #fff; padding: .75rem 1.25rem; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline }
            h1 { font-size: 1.15rem; margin: 0 } h2 { font-size: 1rem; margin: 0 0 .75rem } h3 { font-size: 1rem; margin: 0 0 .35rem }
            nav { display: flex; gap: .25rem } nav a { color: #fff; text-decoration: none; padding: .1rem .7rem; border-radius: 1rem; border: 1px solid #7d8fa0 }
            nav a[aria-current] { background: #fff; color: #1c2733 } body > header p { margin: 0; font-size: .85rem; color: #c3ced8 } body > header p a { color: inherit }
            main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(21rem, 100%), 1fr)); gap: 1.25rem; padding: 1.25rem; align-items: start; max-width: 96rem; margin: 0 auto }
            article { background: #fff; border: 1px solid var(--line); border-left: 4px solid #611f69; border-radius: 6px; padding: .7rem .9rem; margin: 0 0 .9rem; overflow-wrap: anywhere }
            article.twilio { border-left-color: #1f8a5b } article.jira { border-left-color: #1558bc }
            article header { font-size: .8rem; color: var(--soft); display: flex; flex-wrap: wrap; gap: 0 .5rem; margin-bottom: .35rem } article header b { color: var(--ink) } time { margin-left: auto }
            p { margin: 0 0 .4rem } .said p, .bubble { white-space: pre-wrap } .context, small { font-size: .8rem; color: var(--soft) } article p:last-child { margin-bottom: 0 }
            .button { display: inline-block; border: 1px solid #b9c3cd; border-radius: 4px; padding: .1rem .7rem; font-size: .85rem; font-weight: 600 }
            .button.primary { background: #007a5a; border-color: #007a5a; color: #fff } .button.danger { background: #c4183c; border-color: #c4183c; color: #fff }
            .tick { display: inline-block; width: 1.15em; line-height: 1.15em; text-align: center; border-radius: 3px; background: #1f8a5b; color: #fff; font-size: .9em }
            .reply { border-left: 2px solid var(--line); margin: .6rem 0 0 .25rem; padding-left: .75rem } .reply h3 { font-size: .93rem }
            .bubble { display: inline-block; border-radius: .9rem .9rem .9rem .2rem; padding: .5rem .8rem; max-width: 95% } .green { background: #d9fdd3 } .blue { background: #dce9fb }
            .bubble + .context { margin: .25rem 0 0 .4rem }
            .status { font-size: .75rem; font-weight: 700; padding: .1rem .45rem; border-radius: 3px; background: #dfe3e8; color: #3b4855 } .status.done { background: #d3f1e0; color: #14603c } .status.in_progress { background: #dce9fb; color: #124a9c }
            .label { font-size: .75rem; color: var(--soft); border: 1px solid var(--line); border-radius: 3px; padding: 0 .35rem }
            details { padding: 0 1.25rem 1.25rem; max-width: 96rem; margin: 0 auto; font-size: .85rem; color: var(--soft) } code { font-size: .8rem; overflow-wrap: anywhere }
            """;

    private static final String RELOAD = "<meta http-equiv=\"refresh\" content=\"5\">";

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">%s
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Notification inbox (%d)</title>
            <style>
            %s</style></head><body><header><h1>Notification inbox</h1><nav>%s</nav>
            <p>%d requests that would have gone to Slack, Twilio and Jira; times in UTC. As data: <a href="/messages">/messages</a>. <a href="%s">%s</a></p></header>
            <main>
            %s
            </main>
            <details><summary>All that was sent</summary><ul>
            %s
            </ul></details></body></html>
            """;

    private PageFrame() {}

    /** @param links and the rest: safe HTML */
    static String around(PageChoice choice, int count, String links, String columns, String sent) {
        return FRAME.formatted(
                choice.still() ? "" : RELOAD,
                count,
                STYLE,
                links,
                count,
                choice.addressOfTheOther(),
                choice.still() ? "Load again by itself" : "Stop loading again",
                columns,
                sent);
    }
}
