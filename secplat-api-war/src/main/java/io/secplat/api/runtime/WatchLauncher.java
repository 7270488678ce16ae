package io.secplat.api.runtime;

import io.secplat.runtime.DependencyWatches;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/** Watches what this server's roles work with, from the start of the application to its end. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class WatchLauncher {

    /** A watch never ends by itself, so each has a thread of its own. */
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private DependencyWatches watches;

    @PostConstruct
    void start() {
        watches.start(watch -> threads.newThread(watch).start());
    }

    @PreDestroy
    void stop() {
        watches.stop();
    }
}
