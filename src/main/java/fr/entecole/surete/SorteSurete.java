package fr.entecole.surete;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Cadence;
import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What is told when an account, or what somebody sends, is not as it should be. What guards one's own account waits
/// for no hour.
public enum SorteSurete implements Sorte {
    NOUVEL_APPAREIL,
    COMPTE_ARRETE,
    COMPTE_A_VOIR,
    ENVOI_RETIRE,
    ENVOI_RETENU,
    ENVOI_DECIDE;

    @Override
    public String phrase() {
        return switch (this) {
            case NOUVEL_APPAREIL -> t("Votre compte est entré sur un nouvel appareil");
            case COMPTE_ARRETE -> t("Les envois de votre compte sont en pause, ou repartent");
            case COMPTE_A_VOIR -> t("Un compte a peut-être été volé");
            case ENVOI_RETIRE -> t("Un envoi que vous avez lu a été retiré");
            case ENVOI_RETENU -> t("Un envoi attend votre accord");
            case ENVOI_DECIDE -> t("Une décision sur un envoi que vous avez écrit");
        };
    }

    @Override
    public String phraseEleve() {
        return switch (this) {
            case NOUVEL_APPAREIL -> t("Ton compte est entré sur un nouvel appareil");
            case COMPTE_ARRETE -> t("Tes envois sont en pause, ou repartent");
            case ENVOI_RETIRE -> t("Un envoi que tu as lu a été retiré");
            case ENVOI_DECIDE -> t("Une décision sur un envoi que tu as écrit");
            default -> phrase();
        };
    }

    @Override
    public Set<Profil> profils() {
        return switch (this) {
            case ENVOI_RETENU, COMPTE_A_VOIR -> EnumSet.of(Profil.DIRECTEUR);
            case ENVOI_DECIDE -> EnumSet.of(Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL);
            default -> EnumSet.complementOf(EnumSet.of(Profil.ELEVE));
        };
    }

    @Override
    public Cadence cadence() {
        return this == ENVOI_DECIDE ? Cadence.RESUME : Cadence.TOUT_DE_SUITE;
    }

    @Override
    public boolean retenue() {
        return this == ENVOI_RETENU || this == ENVOI_DECIDE;
    }

    @Component
    static class Declares implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
