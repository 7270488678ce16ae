package io.secplat.containers;

import io.secplat.api.postgres.TestDatabase;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of the API's tables pass on the PostgreSQL of {@code POSTGRES_IMAGE}, as they do on the one that comes along. Extensions are
 * looked for in this suite alone, so that {@link OnPostgresContainer} stands before each of its classes.
 */
@Suite
@IncludeEngines("junit-jupiter")
@ConfigurationParameter(key = "junit.jupiter.extensions.autodetection.enabled", value = "true")
@SelectPackages("io.secplat.api")
@IncludeClassNamePatterns("io\\.secplat\\.api\\..*\\.postgres\\.Postgres.*Test")
class PostgresContainerIT {

    @AfterSuite
    static void point_them_back() {
        System.clearProperty(TestDatabase.OTHER);
    }
}
