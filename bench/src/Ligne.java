package fr.entecole.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/// A telephone's slow line, which Chromium's network stack imitates.
final class Ligne {

    static final int KBITS = 400;
    static final int LATENCY_MS = 400;

    private Ligne() {}

    static void slow(BrowserContext context, Page page) {
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", LATENCY_MS);
        line.addProperty("downloadThroughput", KBITS * 1000 / 8);
        line.addProperty("uploadThroughput", KBITS * 1000 / 8);
        var chromium = context.newCDPSession(page);
        chromium.send("Network.enable");
        chromium.send("Network.emulateNetworkConditions", line);
    }
}
