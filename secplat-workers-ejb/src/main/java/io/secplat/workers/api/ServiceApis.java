package io.secplat.workers.api;

/** The way to the API for each service user; the features ask it for theirs once, in their wiring. */
@FunctionalInterface
public interface ServiceApis {

    /** The API for that user. Where settings are missing, every call says so as {@link ApiUnavailableException}. */
    Api as(ServiceAccount account);
}
