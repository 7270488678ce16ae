package io.secplat.api.reports.pdf;

import io.secplat.api.reports.ExecutivePrint;
import io.secplat.api.reports.ExecutiveSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** One page of A4 with its typeface embedded. */
public final class PdfExecutivePrint implements ExecutivePrint {

    @Override
    public byte[] print(ExecutiveSummary summary) {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle("Security posture");
            document.getDocumentCatalog().setLanguage("en");
            Typeface face = Typeface.in(document);
            PDPage page = new PDPage(new PDRectangle(ExecutivePage.WIDTH, ExecutivePage.HEIGHT));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                new ExecutivePage(new Sheet(content, face), summary).draw();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
