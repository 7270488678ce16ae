package io.secplat.workers.scan.headers.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The elements of a page that its security depends on, in order, gathered in one walk however deeply they are nested. What a
 * template holds is not part of the page, and browsers with scripts do not read the metadata within {@code noscript}.
 */
final class PageElements implements NodeFilter {

    private final List<Element> metas = new ArrayList<>();
    private final List<Element> scripts = new ArrayList<>();
    private final List<Element> bases = new ArrayList<>();
    private int noscripts;
    private boolean drawing;

    private PageElements() {}

    static PageElements of(String html) {
        PageElements elements = new PageElements();
        elements.walk(html);
        return elements;
    }

    List<Element> metas() {
        return metas;
    }

    List<Element> scripts() {
        return scripts;
    }

    /** Those with an address. */
    List<Element> bases() {
        return bases;
    }

    /** A script within a drawing is no script of the page. */
    static boolean isDrawn(Element script) {
        return script.tag().namespace().equals(Parser.NamespaceSvg);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        switch (element.normalName()) {
            case "template" -> {
                return FilterResult.SKIP_ENTIRELY;
            }
            case "noscript" -> noscripts++;
            case "meta" -> meta(element);
            case "base" -> base(element);
            case "script" -> script(element);
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.normalName().equals("noscript")) {
            noscripts--;
        }
        return FilterResult.CONTINUE;
    }

    /** Read as a template would hold it, without the frame of html, head and body: an element counts wherever it stands. */
    private void walk(String html) {
        Parser.parseFragment(html, new Element("template"), "").forEach(node -> NodeTraversor.filter(this, node));
    }

    private void meta(Element meta) {
        if (noscripts == 0) {
            metas.add(meta);
        }
    }

    private void base(Element base) {
        if (base.hasAttr("href")) {
            bases.add(base);
        }
    }

    /** What a drawn script holds is markup to a browser and text to jsoup, so it is read once more; once, or it would never end. */
    private void script(Element script) {
        scripts.add(script);
        if (isDrawn(script) && !drawing) {
            drawing = true;
            walk(script.data());
            drawing = false;
        }
    }
}
