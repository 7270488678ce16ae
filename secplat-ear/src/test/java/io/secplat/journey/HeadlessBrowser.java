package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium of this machine with one page; it remembers every complaint that the page raised. */
public final class HeadlessBrowser implements AutoCloseable {

    private static final double PATIENCE_MS = 90_000;

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private HeadlessBrowser(Path chromium, boolean selfSigned) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(1280, 900).setIgnoreHTTPSErrors(selfSigned));
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
    }

    /** Opens Chromium; the test is skipped where there is none (CHROMIUM names one in an unusual place). */
    public static HeadlessBrowser open() {
        return open(false);
    }

    /** As {@link #open}, for servers that have made their certificates themselves. */
    static HeadlessBrowser openForSelfSigned() {
        return open(true);
    }

    private static HeadlessBrowser open(boolean selfSigned) {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "no Chromium on this machine; CHROMIUM may name one");
        return new HeadlessBrowser(chromium.get(), selfSigned);
    }

    public Page page() {
        return page;
    }

    /** Fails if the page breaks an accessibility rule that axe knows. */
    public void expectAccessible(String name) {
        List<String> broken = new AxeBuilder(page)
                .analyze().getViolations().stream().map(HeadlessBrowser::words).toList();
        assertThat(broken).as("accessibility of " + name).isEmpty();
    }

    /** Fails if the console showed an error: refused by the content security policy, not loaded, or thrown. */
    public void expectNoComplaint() {
        assertThat(complaints).as("errors on the browser's console").isEmpty();
    }

    /** Fails unless the only complaint so far is about one answer of that status, and forgets it. */
    void expectRefusal(int status) {
        assertThat(complaints).singleElement(STRING).contains("status of " + status);
        complaints.clear();
    }

    /** Signs in on the website and waits for the first page. */
    void signIn(String user, String password) {
        page.navigate(Platform.shared().baseUrl() + "/login");
        page.getByLabel("User name").pressSequentially(user);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).pressSequentially(password);
        button("Sign in").click();
        page.waitForURL("**/overview");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Takes an item of the list behind a field. */
    void choose(String field, String item) {
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(item).setExact(true))
                .click();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add(message.text() + " at " + message.location());
        }
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes();
    }

    private static Optional<Path> chromium() {
        return Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
