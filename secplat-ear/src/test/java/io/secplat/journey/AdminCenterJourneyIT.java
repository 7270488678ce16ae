package io.secplat.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * An operator signs in to the Admin Center of the API's server and sees that server at work. The picture of it is
 * {@code target/admin-center.png}; docs/images has a copy.
 */
class AdminCenterJourneyIT {

    private static final double LONG_MS = 120_000;
    private static final Path PICTURE = Path.of("target", "admin-center.png");

    private final Platform platform = Platform.shared();

    @AutoClose
    private final HeadlessBrowser browser = HeadlessBrowser.openForSelfSigned();

    private final Page page = browser.page();

    @Test
    void an_operator_sees_the_server_and_its_application_and_how_it_does() {
        String center = platform.console("API").address() + "/adminCenter/";
        page.navigate(center);
        signIn("operator", platform.console("API").password());
        assertThat(page.getByText("Explore", exactly()).first()).isVisible(patiently());

        page.navigate(center + "#explore");

        FrameLocator explore = page.frameLocator("iframe[src*='explore-1.0']");
        tab(explore, "Overview").click();
        assertThat(explore.getByText("api", inTheFrame()).first()).isVisible(patiently());
        tab(explore, "Applications").click();
        assertThat(explore.getByText("secplat", inTheFrame()).first()).isVisible(patiently());
        tab(explore, "Monitor").click();
        assertThat(explore.locator("body"))
                .containsText(
                        Pattern.compile("Used: [0-9.]+ MB[\\s\\S]*Live: [0-9]+[\\s\\S]*CPU Usage: [0-9.]+%"),
                        containing());
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
    }

    @Test
    void who_gives_a_wrong_password_stays_outside() {
        page.navigate(platform.console("API").address() + "/adminCenter/");

        signIn("operator", "guessed");

        page.waitForURL("**/login.jsp*");
        assertThat(page.locator("#j_password")).isVisible(patiently());
        assertThat(page.getByText("Explore", exactly())).hasCount(0);
    }

    private void signIn(String user, String password) {
        page.locator("#j_username").pressSequentially(user);
        page.locator("#j_password").pressSequentially(password);
        page.locator("#loginButton").click();
    }

    private static Locator tab(FrameLocator explore, String name) {
        return explore.getByText(name, inTheFrame()).first();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static FrameLocator.GetByTextOptions inTheFrame() {
        return new FrameLocator.GetByTextOptions().setExact(true);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_MS);
    }

    private static LocatorAssertions.ContainsTextOptions containing() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_MS);
    }
}
