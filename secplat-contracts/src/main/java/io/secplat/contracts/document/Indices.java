package io.secplat.contracts.document;

/** The default names of the search indices; each can be changed by the setting of the same purpose. */
public final class Indices {

    public static final String EVENTS = "secplat-events";
    public static final String ASSETS = "secplat-assets";
    public static final String STATUS = "secplat-asset-status";
    public static final String HOURS = "secplat-event-hours";

    private Indices() {}
}
