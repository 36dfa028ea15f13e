package fr.entecole.comptes.charte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import org.jspecify.annotations.Nullable;

/// The five texts of the charter, by whom they address. The people of the académie take the staff's.
public enum Texte {
    ELEVE_CYCLE_1_2,
    ELEVE_CYCLE_3,
    PARENT,
    PERSONNEL,
    COMMUNE;

    static Texte of(Utilisateur utilisateur) {
        return of(utilisateur.profil(), utilisateur.niveau());
    }

    static Texte of(Profil profil, @Nullable String niveau) {
        return switch (profil) {
            case ELEVE -> Registre.ofNiveau(niveau).petits() ? ELEVE_CYCLE_1_2 : ELEVE_CYCLE_3;
            case PARENT -> PARENT;
            case ENSEIGNANT, DIRECTEUR, PERSONNEL, ERUN, IEN, ASSISTANCE, ADMINISTRATEUR, DPO -> PERSONNEL;
            case REFERENT_VILLE, CONTRIBUTEUR, FINANCES, MAIRE -> COMMUNE;
        };
    }

    /// It is listened to, never waited for.
    boolean heard() {
        return this == ELEVE_CYCLE_1_2;
    }

    String libelle() {
        return switch (this) {
            case ELEVE_CYCLE_1_2 -> t("Élèves de la maternelle au CE1");
            case ELEVE_CYCLE_3 -> t("Élèves du CE2 au CM2");
            case PARENT -> t("Familles");
            case PERSONNEL -> t("Personnels des écoles et de l’académie");
            case COMMUNE -> t("Communes");
        };
    }
}
