package io.secplat.api.website;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The website's sources and what the build made of them; esbuild strips types, so they are checked here. */
class WebsiteSourceTest {

    private static final Path MODULES = Path.of("node_modules");
    private static final Path SOURCE = Path.of("src/main/web");
    private static final Path TESTS = Path.of("src/test/web");

    @Test
    void its_types_hold() throws Exception {
        run(
                "run",
                "--unstable-detect-cjs",
                "--allow-read",
                "--allow-env",
                "--allow-sys",
                MODULES.resolve("typescript/bin/tsc").toString(),
                "--project",
                SOURCE.resolve("tsconfig.json").toString());
    }

    @Test
    void its_own_tests_pass() throws Exception {
        run("test", "--no-check", "--no-lock", TESTS.toString());
    }

    @Test
    void its_page_holds_no_inline_script_or_style() throws IOException {
        assertThat(Files.readString(SOURCE.resolve("index.html")))
                .contains("<script type=\"module\" src=\"/app/main.js\"></script>")
                .doesNotContain("<style", "style=", "onclick");
    }

    @Test
    void its_templates_use_no_style_attribute_which_the_content_security_policy_would_refuse() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCE)) {
            List<Path> scripts =
                    sources.filter(path -> path.toString().endsWith(".ts")).toList();
            assertThat(scripts).isNotEmpty().allSatisfy(path -> assertThat(Files.readString(path))
                    .doesNotContain(" style=", "unsafeHTML", "innerHTML"));
        }
    }

    private static void run(String... words) throws Exception {
        Optional<Path> deno = deno();
        assumeTrue(deno.isPresent(), "the bundler's JavaScript runtime is not unpacked on this platform");
        List<String> command = new ArrayList<>(List.of(deno.get().toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NO_COLOR", "1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Optional<Path> deno() throws IOException {
        if (!Files.isDirectory(MODULES.resolve("@deno"))) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(MODULES.resolve("@deno"), 2)) {
            return files.filter(path -> path.getFileName().toString().matches("deno(\\.exe)?"))
                    .filter(Files::isRegularFile)
                    .findFirst();
        }
    }
}
