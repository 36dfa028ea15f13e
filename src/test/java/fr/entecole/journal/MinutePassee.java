package fr.entecole.journal;

import org.springframework.context.ApplicationContext;

/// As a minute later: what strangers did is counted and written.
public final class MinutePassee {

    private MinutePassee() {}

    public static void in(ApplicationContext context) {
        context.getBean(Decompte.class).writeAll();
    }
}
