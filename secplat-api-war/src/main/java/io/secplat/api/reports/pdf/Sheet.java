package io.secplat.api.reports.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** What is drawn on a page: text, boxes and lines, in points from its lower left corner. */
final class Sheet {

    private static final float STROKE_OF_BOLD = 0.03f;

    private final PDPageContentStream content;
    private final Typeface face;

    /** A place on the page. */
    record Spot(float x, float y) {}

    Sheet(PDPageContentStream content, Typeface face) {
        this.content = content;
        this.face = face;
    }

    /** Text from that spot on, cut where it is wider. */
    void text(String text, Spot at, float size, Color color, float width) throws IOException {
        show(face.fitting(text, size, width), at, size, color, RenderingMode.FILL);
    }

    /** The same in bold: the face has one weight, so its letters get an outline. */
    void bold(String text, Spot at, float size, Color color, float width) throws IOException {
        content.setLineWidth(size * STROKE_OF_BOLD);
        content.setStrokingColor(color);
        show(face.fitting(text, size, width), at, size, color, RenderingMode.FILL_STROKE);
    }

    /** Text that ends at that spot. */
    void textBefore(String text, Spot end, float size, Color color) throws IOException {
        String printable = face.printable(text);
        Spot at = new Spot(end.x - face.width(printable, size), end.y);
        show(printable, at, size, color, RenderingMode.FILL);
    }

    void box(Spot corner, float width, float height, Color color) throws IOException {
        if (width > 0 && height > 0) {
            content.setNonStrokingColor(color);
            content.addRect(corner.x, corner.y, width, height);
            content.fill();
        }
    }

    /** A line through these spots. */
    void line(List<Spot> spots, float thickness, Color color) throws IOException {
        content.setStrokingColor(color);
        content.setLineWidth(thickness);
        content.moveTo(spots.get(0).x, spots.get(0).y);
        for (Spot spot : spots.subList(1, spots.size())) {
            content.lineTo(spot.x, spot.y);
        }
        content.stroke();
    }

    private void show(String printable, Spot at, float size, Color color, RenderingMode mode) throws IOException {
        content.beginText();
        content.setFont(face.font(), size);
        content.setRenderingMode(mode);
        content.setNonStrokingColor(color);
        content.newLineAtOffset(at.x, at.y);
        content.showText(printable);
        content.endText();
    }
}
