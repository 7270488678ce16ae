package io.secplat.api.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.reports.ExecutiveSummary;
import io.secplat.api.reports.ExecutiveSummary.Worst;
import io.secplat.api.reports.Report;
import io.secplat.api.reports.ReportPeriod;
import io.secplat.api.reports.Snapshot;
import io.secplat.api.reports.WhatChanged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfExecutivePrintTest {

    private static final Instant T = Instant.parse("2026-05-04T07:21:00Z");

    private final PdfExecutivePrint print = new PdfExecutivePrint();

    @Test
    void it_tells_the_figures_the_worst_assets_and_what_changed_on_one_page() throws IOException {
        byte[] pdf = print.print(summary(
                List.of(
                        new Worst("billing-web", "billing.example.org", true),
                        new Worst("shop", "shop.example.org", false)),
                true));
        Files.write(Path.of("target", "executive.pdf"), pdf);

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Security posture", "Last 24 hours to 4 May 2026, 07:21 UTC")
                    .contains("87.4", "99.93 %", "91.2 ms", "40 assets: 31 green, 4 amber, 5 red")
                    .contains("billing.example.org", "shop.example.org", "and 3 more")
                    .contains("Down since then: 1", "billing-web", "-4.6");
        }
    }

    @Test
    void names_of_any_length_and_script_do_not_stop_it_or_leave_their_place() throws IOException {
        List<Worst> worst = List.of(
                new Worst("a", "Größe Ω Жук שלום", true),
                new Worst("b", "\uD83D\uDE80 emoji \u6771\u4eac \u0000\n\t\uD800", true),
                new Worst("c", "very-long-name.".repeat(500), true),
                new Worst("d", "\u6771".repeat(500), true),
                new Worst("e", "", true));

        byte[] pdf = print.print(summary(worst, false));
        Files.write(Path.of("target", "executive-names.pdf"), pdf);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            RightEdge edge = new RightEdge();
            String text = edge.getText(document);
            PDPage page = document.getPage(0);
            assertThat(text).contains("Größe Ω Жук", "? emoji ??", "very-long-name.", "\u2026");
            assertThat(edge.rightmost()).isLessThan(page.getMediaBox().getWidth());
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void a_report_of_nothing_says_so() throws IOException {
        Report nothing = new Report(ReportPeriod.WEEK, null, null, null, List.of(), 0, 0, 0, 0, List.of());
        byte[] pdf = print.print(new ExecutiveSummary(nothing, T, List.of(), List.of(), Optional.empty()));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Last 7 days", "No asset is red.", "There is no snapshot of the day before.")
                    .contains("The line begins with the second snapshot.");
        }
    }

    private static ExecutiveSummary summary(List<Worst> worst, boolean withHistory) {
        Report report = new Report(
                ReportPeriod.DAY,
                99.93,
                87.4,
                91.2,
                List.of("billing-web", "shop"),
                40,
                31,
                4,
                5,
                List.of("billing-web"));
        Report before =
                new Report(ReportPeriod.DAY, 100.0, 92.0, 88.0, List.of(), 40, 36, 2, 2, List.of("mail-relay", "vpn"));
        List<Snapshot> chart = withHistory
                ? IntStream.range(0, 84)
                        .mapToObj(i -> new Snapshot(
                                i + 1,
                                T.minus(Duration.ofHours(168 - 2L * i)),
                                scored(before, 88 + 6 * Math.sin(i / 7.0) - (i > 70 ? (i - 70) * 0.6 : 0))))
                        .toList()
                : List.of();
        Optional<WhatChanged> changes = withHistory
                ? Optional.of(
                        new WhatChanged(new Snapshot(80, T.minusSeconds(90_000), before), Optional.empty(), report, T))
                : Optional.empty();
        return new ExecutiveSummary(report, T, chart, worst, changes);
    }

    private static Report scored(Report report, double score) {
        return new Report(
                report.period(),
                report.uptimePct(),
                score,
                report.latencyMs(),
                report.topIncidents(),
                report.totalAssets(),
                report.green(),
                report.amber(),
                report.red(),
                report.downAssets());
    }
}
