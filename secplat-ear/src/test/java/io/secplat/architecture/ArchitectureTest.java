package io.secplat.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.time.Instant;
import java.util.UUID;

/** The law of the house, each rule with its reason. */
@AnalyzeClasses(
        packages = "io.secplat",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {

    /** Leaves out the tests of other modules, which come as jars. */
    static final class WithoutTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule the_vocabulary_depends_on_the_jdk_and_json_alone = classes()
            .that()
            .resideInAPackage("io.secplat.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.secplat.contracts..", "java..", "jakarta.json..", "org.jspecify..")
            .because("every process and every language must be able to read it without our libraries");

    @ArchTest
    static final ArchRule json_comes_from_one_provider = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.json.Json")
            .because(
                    "it searches the class path for its provider at every call; io.secplat.contracts.json.Json does so once");

    @ArchTest
    static final ArchRule redis_is_known_in_redis_packages_only = clientLibrary("io.lettuce..", "..redis..");

    @ArchTest
    static final ArchRule opensearch_is_known_in_opensearch_packages_only =
            clientLibrary("org.opensearch..", "..opensearch..", "io.secplat.local.store..");

    @ArchTest
    static final ArchRule sql_is_known_in_postgres_packages_only = clientLibrary("org.jdbi..", "..postgres..");

    @ArchTest
    static final ArchRule slack_is_known_in_slack_packages_only = clientLibrary("com.slack..", "..slack..");

    @ArchTest
    static final ArchRule twilio_is_known_in_twilio_packages_only = clientLibrary("com.twilio..", "..twilio..");

    @ArchTest
    static final ArchRule rest_clients_are_known_in_jira_packages_only =
            clientLibrary("org.eclipse.microprofile.rest.client..", "..jira..");

    @ArchTest
    static final ArchRule cron_is_known_in_cron_packages_only = clientLibrary("com.cronutils..", "..cron..");

    @ArchTest
    static final ArchRule pdf_is_known_in_pdf_packages_only = clientLibrary("org.apache.pdfbox..", "..pdf..");

    @ArchTest
    static final ArchRule html_is_parsed_in_html_packages_only = clientLibrary("org.jsoup..", "..html..");

    @ArchTest
    static final ArchRule the_suffix_list_is_known_in_suffix_packages_only =
            clientLibrary("org.apache.hc.client5.http.psl..", "..suffix..");

    @ArchTest
    static final ArchRule enterprise_beans_are_the_ignition_key_not_the_engine = noClasses()
            .that()
            .resideOutsideOfPackages("io.secplat.api.runtime..", "io.secplat.workers.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ejb..")
            .because("features must run and be tested without a container");

    @ArchTest
    static final ArchRule the_api_does_not_know_the_workers = noClasses()
            .that()
            .resideInAPackage("io.secplat.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.secplat.workers..")
            .because("they are different processes and speak by streams and HTTP only");

    @ArchTest
    static final ArchRule the_workers_do_not_know_the_api = noClasses()
            .that()
            .resideInAPackage("io.secplat.workers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.secplat.api..", "org.jdbi..", "java.sql..", "javax.sql..", "org.postgresql..", "org.flywaydb..")
            .because("a worker holds no database credential and knows no table");

    @ArchTest
    static final ArchRule the_product_does_not_know_its_local_run = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.secplat.api..", "io.secplat.workers..", "io.secplat.stream..", "io.secplat.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.secplat.local..")
            .because("what starts the platform is not part of it");

    @ArchTest
    static final ArchRule the_ground_floor_knows_no_feature = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.secplat.runtime..", "io.secplat.stream..", "io.secplat.search..", "io.secplat.guard..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.secplat.api..", "io.secplat.workers..")
            .because("arrows run one way: contracts, libraries, features, wiring");

    @ArchTest
    static final ArchRule worker_features_stand_side_by_side = slices().matching("io.secplat.workers.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two features that need each other are one feature");

    @ArchTest
    static final ArchRule api_features_stand_side_by_side = slices().matching("io.secplat.api.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two features that need each other are one feature");

    @ArchTest
    static final ArchRule feature_roots_know_no_adapter = noClasses()
            .that()
            .resideInAnyPackage("io.secplat.api.*", "io.secplat.workers.*", "io.secplat.stream", "io.secplat.search")
            .and()
            .haveSimpleNameNotEndingWith("Wiring")
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .resideOutsideOfPackage("io.secplat.api.postgres")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.secplat..redis..",
                    "io.secplat..opensearch..",
                    "io.secplat..postgres..",
                    "io.secplat..slack..",
                    "io.secplat..twilio..",
                    "io.secplat..jira..",
                    "io.secplat..pdf..",
                    "io.secplat..http..")
            .because("a decision must not care where its facts are kept; the Wiring class brings both together");

    @ArchTest
    static final ArchRule every_call_declares_who_may_make_it = methods()
            .that(are_calls())
            .should(declare_a_permission())
            .because("a forgotten permission is an open door");

    @ArchTest
    static final ArchRule time_is_given = noClasses()
            .that()
            .resideInAnyPackage("io.secplat..")
            .and(are_not_ignition())
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .accessField(System.class, "out")
            .because("what reads the clock by itself cannot be tested at another time");

    private static ArchRule clientLibrary(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .and()
                .haveSimpleNameNotEndingWith("Wiring")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a client library is a detail of the room named after it");
    }

    private static DescribedPredicate<JavaClass> are_not_ignition() {
        return DescribedPredicate.describe(
                "are neither wiring nor runtime",
                type -> !type.getSimpleName().endsWith("Wiring")
                        && !type.getPackageName().endsWith(".runtime")
                        && !type.getPackageName().startsWith("io.secplat.local"));
    }

    private static DescribedPredicate<JavaMethod> are_calls() {
        return DescribedPredicate.describe("are JAX-RS calls", method -> method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class)
                        && method.getOwner().getPackageName().startsWith("io.secplat.api")));
    }

    private static ArchCondition<JavaMethod> declare_a_permission() {
        return new ArchCondition<>("be annotated with @RolesAllowed or @PermitAll") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean declared =
                        method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class);
                events.add(new SimpleConditionEvent(
                        method,
                        declared,
                        method.getFullName() + " declares " + (declared ? "a permission" : "no permission")));
            }
        };
    }
}
