package io.secplat.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An administrator signs in, looks at the posture, opens an asset, scans it and reads the log. */
class BrowserJourneyIT {

    private static final double LONG_MS = 180_000;

    @AutoClose
    private final HeadlessBrowser browser = HeadlessBrowser.open();

    private final Page page = browser.page();

    @Test
    void an_administrator_sees_the_posture_and_scans_an_asset() {
        signIn();
        seeTheCounts();
        seeTheDemoAssets();
        openTheShop();
        scanIt();
        seeItsFindings();
        signOut();
        browser.expectNoComplaint();
    }

    private void signIn() {
        page.navigate(Platform.shared().baseUrl() + "/");
        assertThat(page.getByLabel("User name")).isVisible();
        browser.expectAccessible("sign-in");
        browser.signIn("admin", Platform.shared().adminPassword());
    }

    private void seeTheCounts() {
        assertThat(page.locator("[data-count=total]")).hasText(Pattern.compile("[1-9][0-9]*"), patient());
        assertThat(page.locator("[data-count=green]")).hasText(Pattern.compile("[1-9][0-9]*"), patient());
        browser.expectAccessible("overview");
    }

    private void seeTheDemoAssets() {
        browser.link("Assets").click();
        page.waitForURL("**/assets");
        assertThat(page.locator("tr[data-asset=juice-shop]")).isVisible(visible());
        assertThat(page.locator("tr[data-asset=verify-web]")).isVisible(visible());
        browser.expectAccessible("assets");
    }

    private void openTheShop() {
        browser.choose("Monitoring", "All");
        page.locator("tr[data-asset=demo-shop] a").click();
        page.waitForURL("**/assets/demo-shop");
        assertThat(page.getByText("Verified").first()).isVisible(visible());
        browser.expectAccessible("asset");
    }

    private void scanIt() {
        browser.button("Scan").click();
        page.waitForURL("**/jobs?new=yes&asset=demo-shop");
        assertThat(browser.button("Start")).isEnabled();
        browser.choose("Priority", "High");
        browser.expectAccessible("jobs");
        browser.button("Start").click();
        Locator again = browser.button("Scan again");
        Locator state = page.locator("[data-state]");
        assertThat(again.or(state)).isVisible(visible());
        if (again.isVisible()) {
            again.click();
        }
        assertThat(page.locator("[data-state=done]")).isVisible(visible());
        assertThat(page.locator("pre[role=log]")).hasText(Pattern.compile("\\S.*\\n[\\s\\S]*\\S"));
        assertThat(page.locator("sp-job-page dl")).containsText(Pattern.compile("Priority\\s*High"));
        browser.expectAccessible("job");
    }

    private void seeItsFindings() {
        page.locator("sp-job-page").getByRole(AriaRole.LINK).first().click();
        page.waitForURL("**/assets/demo-shop");
        assertThat(page.locator("tr[data-finding]").first()).isVisible(visible());
        browser.expectAccessible("asset with findings");
    }

    private void signOut() {
        browser.button("Sign out").click();
        page.waitForURL("**/login");
        assertThat(page.getByLabel("User name")).isVisible();
    }

    private static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_MS);
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(LONG_MS);
    }
}
