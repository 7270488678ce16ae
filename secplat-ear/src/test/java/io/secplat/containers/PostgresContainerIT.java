package io.secplat.containers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.secplat.api.postgres.TestDatabase;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of the API's tables pass on the PostgreSQL of {@code POSTGRES_IMAGE}, as they do on the one that comes along. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("io.secplat.api")
@IncludeClassNamePatterns("io\\.secplat\\.api\\..*\\.postgres\\.Postgres.*Test")
class PostgresContainerIT {

    @BeforeSuite
    static void point_them_there() {
        assumeTrue(DockerCondition.isMet(), () -> "PostgresContainerIT is skipped: " + DockerCondition.reason());
        System.setProperty(TestDatabase.OTHER, StoreContainers.postgres());
    }

    @AfterSuite
    static void point_them_back() {
        System.clearProperty(TestDatabase.OTHER);
    }
}
