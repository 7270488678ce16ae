package io.secplat.api.reports.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of a document and how far to the right it goes, in points. */
final class RightEdge extends PDFTextStripper {

    private float rightmost;

    RightEdge() throws IOException {
        super();
    }

    float rightmost() {
        return rightmost;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        for (TextPosition position : positions) {
            rightmost = Math.max(rightmost, position.getX() + position.getWidth());
        }
        super.writeString(text, positions);
    }
}
