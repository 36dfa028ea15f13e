package fr.entecole.notifications;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What the ground floor tells: modules that do not know this one, and this one itself.
public enum SorteDeLaMaison implements Sorte {
    /// of someone's own account: never held, never silent by default
    ACCES_REDONNE {
        @Override
        public String phrase() {
            return t("Un accès à votre compte a été redonné");
        }

        @Override
        public Cadence cadence() {
            return Cadence.TOUT_DE_SUITE;
        }

        @Override
        public boolean retenue() {
            return false;
        }
    },
    /// of someone's own account: never held, never silent by default
    PROTECTION_CHANGEE {
        @Override
        public String phrase() {
            return t("Ce qui protège votre compte a changé");
        }

        @Override
        public Cadence cadence() {
            return Cadence.TOUT_DE_SUITE;
        }

        @Override
        public boolean retenue() {
            return false;
        }
    },
    DELEGATION_DONNEE {
        @Override
        public String phrase() {
            return t("Quelque chose que l’école vous confie");
        }

        @Override
        public Set<Profil> profils() {
            return EnumSet.of(Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL);
        }
    },
    CORRECTION_REPONDUE {
        @Override
        public String phrase() {
            return t("Une réponse à votre demande de correction");
        }

        @Override
        public Set<Profil> profils() {
            return EnumSet.of(Profil.PARENT, Profil.ENSEIGNANT, Profil.PERSONNEL);
        }
    },
    DROIT_REPONDU {
        @Override
        public String phrase() {
            return t("Une réponse sur vos données");
        }

        @Override
        public boolean necessaire() {
            return true;
        }
    },
    ACCES_DEMANDE {
        @Override
        public String phrase() {
            return t("Un accès à redonner à un responsable");
        }

        @Override
        public Set<Profil> profils() {
            return EnumSet.of(Profil.DIRECTEUR);
        }
    },
    ACCES_DEMANDE_DONNE {
        @Override
        public String phrase() {
            return t("L’accès que vous aviez demandé est redonné");
        }

        @Override
        public Set<Profil> profils() {
            return EnumSet.of(Profil.ENSEIGNANT);
        }
    },
    ADRESSE_REFUSEE {
        @Override
        public String phrase() {
            return t("Un courriel qui ne passe plus");
        }

        @Override
        public Set<Profil> profils() {
            return EnumSet.of(Profil.DIRECTEUR);
        }
    };

    @Component
    static class Declares implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
