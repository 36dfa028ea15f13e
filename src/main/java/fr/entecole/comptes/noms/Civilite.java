package fr.entecole.comptes.noms;

import fr.entecole.annuaire.Appellations;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands before a name. The name itself is the directory's: nobody takes another's.
enum Civilite {
    MADAME("Mme"),
    MONSIEUR("M."),
    MAITRESSE("Maîtresse"),
    MAITRE("Maître"),
    PRENOM("Prénom");

    /// As the account keeps it.
    private final String mot;

    Civilite(String mot) {
        this.mot = mot;
    }

    String mot() {
        return mot;
    }

    static Optional<Civilite> ofMot(String mot) {
        return Arrays.stream(values()).filter(c -> c.mot.equals(mot)).findFirst();
    }

    /// Those that this person may choose: only who teaches is « maîtresse » or « maître », and a name that the
    /// directory lacks makes no form.
    static List<Civilite> offeredTo(Utilisateur qui) {
        boolean teaches = qui.is(Profil.ENSEIGNANT, Profil.DIRECTEUR);
        return Stream.of(values())
                .filter(c -> teaches || !(c == MAITRESSE || c == MAITRE))
                .filter(c -> !(c.isOfFamilyName() ? qui.nom() : qui.prenom()).isBlank())
                .toList();
    }

    /// « Mme Estève », « Maîtresse Claire », « Claire ».
    String name(String prenom, String nom) {
        return switch (this) {
            case MADAME, MONSIEUR -> Appellations.personne(mot, nom);
            case MAITRESSE, MAITRE -> Appellations.personne(mot, prenom);
            case PRENOM -> Appellations.personne(prenom, "");
        };
    }

    private boolean isOfFamilyName() {
        return this == MADAME || this == MONSIEUR;
    }
}
