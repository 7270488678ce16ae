package io.secplat.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.secplat.client.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** People have an asset scanned again and again by the website; those who may only look are offered nothing else. */
class SchedulesInBrowserIT {

    private static final String PASSWORD = "Harbour-by-night-7";
    private static final double LONG_MS = 180_000;
    private static final String SCAN = "HTTP health of demo-shop";

    private final Http admin = Platform.shared().admin();

    @AutoClose
    private final HeadlessBrowser browser = HeadlessBrowser.open();

    private final Page page = browser.page();

    @AfterEach
    void delete_all() {
        admin.get("/api/jobs/schedules?asset_key=demo-shop")
                .expect(200)
                .object()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .forEach(schedule -> admin.delete("/api/jobs/schedules/" + schedule.getInt("id"))
                        .expect(200));
    }

    @Test
    void an_analyst_makes_a_schedule_that_orders_jobs_and_changes_pauses_and_deletes_it() {
        signInAs("analyst");
        makeIt();
        seeWhatCameOfIt();
        pauseIt();
        changeIt();
        deleteIt();
        browser.expectNoComplaint();
    }

    @Test
    void a_viewer_sees_schedules_and_no_way_to_change_them() {
        JsonObject schedule = Json.createObjectBuilder()
                .add("target_asset_id", new Scans(admin).assetId("demo-shop"))
                .add("job_type", "tls_headers")
                .add("cron", "0 0 29 2 *")
                .build();
        admin.post("/api/jobs/schedules", schedule).expect(201);
        signInAs("viewer");

        assertThat(row()).containsText("On day 29 of the month at 00:00 in February");
        assertThat(page.locator("sp-schedules-page").getByRole(AriaRole.BUTTON)).hasCount(0);
        browser.expectAccessible("schedules of a viewer");
        page.navigate(Platform.shared().baseUrl() + "/schedules?asset=juice-shop&new=yes");
        assertThat(page.getByText("No schedules.")).isVisible();
        assertThat(page.locator("sp-schedule-form")).hasCount(0);
        browser.expectNoComplaint();
    }

    private void signInAs(String role) {
        String name = "schedules-" + role;
        admin.post("/api/auth/users", Http.json(Map.of("username", name, "password", PASSWORD, "role", role)))
                .expect(201);
        browser.signIn(name, PASSWORD);
        browser.link("Schedules").click();
        page.waitForURL("**/schedules");
    }

    private void makeIt() {
        browser.button("New schedule").click();
        browser.choose("Scan", "HTTP health");
        browser.choose("Priority", "High");
        find("Verified asset", "demo-shop");
        page.getByLabel("Verified asset").clear();
        page.getByLabel("Verified asset").press("Tab");
        browser.button("Save").click();
        assertThat(form().getByText("Choose an asset")).isVisible();
        find("Verified asset", "demo-shop");
        assertThat(form().getByText("Choose an asset")).isHidden();
        find("Time zone", "Europe/Berlin");

        Locator cron = page.getByLabel("Cron expression");
        assertThat(cron).hasValue("30 2 * * *");
        assertThat(page.getByText("Every day at 02:30")).isVisible();
        cron.fill("every full moon");
        cron.press("Enter");
        assertThat(form().getByText("Must have five fields")).isVisible();
        assertThat(cron).hasAttribute("aria-invalid", "true");
        assertThat(cron).isFocused();
        browser.expectRefusal(422);
        browser.expectAccessible("schedule with an error");

        cron.fill("* * * * *");
        browser.button("Save").click();
        assertThat(page.getByText("Saved.")).isVisible();
        assertThat(row()).containsText("Every minute");
        assertThat(row()).containsText("Europe/Berlin");
        assertThat(row()).containsText("High");
        assertThat(row().locator("td[data-label=State]")).hasText("On");
        assertThat(row().locator("td[data-label='Next run'] time"))
                .hasAttribute("datetime", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*"));
        browser.expectAccessible("schedules");
    }

    /** Takes the only item of a long list that has this text. */
    private void find(String field, String text) {
        page.getByLabel(field).fill(text);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(text))
                .click();
    }

    private void seeWhatCameOfIt() {
        Locator job = row().locator("td[data-label='Last run'] a");
        assertThat(job).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_MS));
        job.click();
        page.waitForURL("**/jobs/*");
        assertThat(page.locator("sp-job-page dl")).containsText("scheduler");
        assertThat(page.locator("sp-job-page dl")).containsText(Pattern.compile("Priority\\s*High"));
        page.goBack();
        page.waitForURL("**/schedules");
    }

    private void pauseIt() {
        browser.button("Pause " + SCAN).press("Enter");
        assertThat(row().locator("td[data-label=State]")).hasText("Paused");
        assertThat(row().locator("td[data-label='Next run']")).hasText("–");
        assertThat(browser.button("Resume " + SCAN)).isVisible();
    }

    private void changeIt() {
        browser.button("Change " + SCAN).click();
        assertThat(page.getByLabel("Cron expression")).isFocused();
        browser.choose("Repeat", "Every week");
        assertThat(page.getByLabel("Cron expression")).hasValue("30 2 * * 1");
        browser.button("Save").click();
        assertThat(row()).containsText("On Monday at 02:30");
        assertThat(row().locator("td[data-label=State]")).hasText("Paused");
        browser.button("Resume " + SCAN).click();
        assertThat(row().locator("td[data-label=State]")).hasText("On");
    }

    private void deleteIt() {
        browser.button("Delete " + SCAN).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(page.locator("sp-confirm")).containsText(SCAN);
        assertThat(browser.button("Cancel")).isFocused();
        browser.expectAccessible("question before a deletion");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(row()).isVisible();
        browser.button("Delete " + SCAN).click();
        browser.button("Delete").click();
        assertThat(page.getByText("No schedules.")).isVisible();
        assertThat(page.getByText(SCAN + " is deleted.")).isVisible();
    }

    private Locator form() {
        return page.locator("sp-schedule-form");
    }

    private Locator row() {
        return page.locator("tr[data-schedule]");
    }
}
