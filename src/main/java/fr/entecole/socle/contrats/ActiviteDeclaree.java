package fr.entecole.socle.contrats;

import static fr.entecole.socle.Phrases.t;

import java.util.function.Supplier;

/// What a module with tables processes data for, as the register of processing says it (RGPD, article 30): a bean of
/// each. What it holds, from where and how long is said by its [fr.entecole.socle.DonneesPersonnelles].
public interface ActiviteDeclaree {

    /// The database schema; it is also the module's name.
    String schema();

    /// In the words of who reads it now.
    Activite read();

    static ActiviteDeclaree of(String schema, Supplier<Activite> words) {
        return new ActiviteDeclaree() {

            @Override
            public String schema() {
                return schema;
            }

            @Override
            public Activite read() {
                return words.get();
            }
        };
    }

    /// @param nom as the menu calls it
    /// @param finalite what for, one sentence
    /// @param personnes whom it is about
    /// @param destinataires who reads it
    record Activite(String nom, String finalite, Base base, String personnes, String destinataires) {}

    /// Why it may be done (article 6).
    enum Base {
        MISSION,
        OBLIGATION,
        CONSENTEMENT;

        public String mot() {
            return switch (this) {
                case MISSION -> t("Mission d’intérêt public (RGPD, article 6.1.e)");
                case OBLIGATION -> t("Obligation légale (RGPD, article 6.1.c)");
                case CONSENTEMENT -> t("Consentement (RGPD, article 6.1.a)");
            };
        }
    }
}
