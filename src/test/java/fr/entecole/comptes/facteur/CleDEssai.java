package fr.entecole.comptes.facteur;

import org.springframework.context.ApplicationContext;

/// Passkeys are bound to a name: a journey that uses them asks for its pages by this one.
public final class CleDEssai {

    private CleDEssai() {}

    public static void at(ApplicationContext context, int port) {
        context.getBean(Cles.class).at("http://localhost:" + port);
    }
}
