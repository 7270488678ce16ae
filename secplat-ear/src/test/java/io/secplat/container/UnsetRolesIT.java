package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.workers.runtime.RoleLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that nobody told what it does starts nothing, and names the setting. */
@InContainer
@ExtendWith(ArquillianExtension.class)
class UnsetRolesIT {

    private static final String NOBODY = "nobody";

    @ArquillianResource
    private Deployer deployer;

    /** An empty value takes the place of the role that the server has in its environment. */
    @Deployment(name = NOBODY, managed = false, testable = false)
    static WebArchive application() {
        return ShrinkWrap.create(WebArchive.class, NOBODY + ".war")
                .addPackage(RoleLauncher.class.getPackage())
                .addClass(CountingWorkers.class)
                .addAsLibraries(TestLibraries.withNames("secplat-runtime", "secplat-contracts", "jspecify"))
                .addAsResource(
                        new StringAsset("config_ordinal=500\nSECPLAT_ROLES="),
                        "META-INF/microprofile-config.properties")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @Test
    @RunAsClient
    void the_application_does_not_start_and_the_log_says_what_is_missing() throws IOException {
        assertThatThrownBy(() -> deployer.deploy(NOBODY)).isInstanceOf(Exception.class);

        assertThat(log()).contains("SECPLAT_ROLES is not set: say what this server does; known are all, api");
    }

    private static String log() throws IOException {
        return Files.readString(
                Path.of(System.getProperty("container.home"), "servers", "container", "logs", "messages.log"));
    }
}
