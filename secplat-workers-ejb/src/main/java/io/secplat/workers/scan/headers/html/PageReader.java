package io.secplat.workers.scan.headers.html;

import io.secplat.workers.scan.headers.seen.HeaderFields;
import io.secplat.workers.scan.headers.seen.Page;
import io.secplat.workers.scan.headers.seen.PageScript;
import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.Text;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Picks from a page what its security depends on. */
public final class PageReader {

    /** Policies that are read; each costs as much time as all before it hold sources. */
    static final int MOST_POLICIES = 50;

    private static final String POLICY = "content-security-policy";

    private PageReader() {}

    /** What the body of an answer with these headers says; {@link Page#NONE} when they call it something else than HTML. */
    public static Page read(HeaderFields headers, String body) {
        return Site.isHtml(headers) && !body.isEmpty() ? read(body) : Page.NONE;
    }

    /** Reads any text; what is no HTML is a page without elements. */
    public static Page read(String html) {
        PageElements elements = PageElements.of(html);
        List<Element> metas = elements.metas();
        return new Page(
                metas.stream()
                        .flatMap(meta -> policy(meta).stream())
                        .limit(MOST_POLICIES)
                        .toList(),
                metas.stream().flatMap(meta -> referrer(meta).stream()).reduce((earlier, later) -> later),
                elements.bases().stream().findFirst().map(base -> base.attr("href")),
                elements.scripts().stream().map(PageReader::script).toList());
    }

    private static Optional<String> policy(Element meta) {
        return isPragma(meta) && named(meta, "http-equiv", POLICY) ? content(meta) : Optional.empty();
    }

    private static Optional<String> referrer(Element meta) {
        return !isPragma(meta) && named(meta, "name", "referrer") ? content(meta) : Optional.empty();
    }

    private static boolean isPragma(Element meta) {
        return meta.hasAttr("http-equiv") && meta.hasAttr("content");
    }

    private static boolean named(Element meta, String attribute, String value) {
        return Text.trimmed(Text.lower(meta.attr(attribute))).equals(value);
    }

    private static Optional<String> content(Element meta) {
        return nonEmpty(meta.attr("content"));
    }

    private static PageScript script(Element script) {
        Optional<String> source =
                Optional.of(script.attr("src")).filter(any -> !PageElements.isDrawn(script) && script.hasAttr("src"));
        return new PageScript(source, nonEmpty(script.attr("integrity")));
    }

    private static Optional<String> nonEmpty(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
