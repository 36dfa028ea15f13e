package fr.entecole.comptes.preuves;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.Personnages;
import fr.entecole.annuaire.Identite;
import fr.entecole.annuaire.Identite.Acces;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who helps whom: from above, within reach, never oneself.
class DepannageAccessTests {

    private static final UUID ECOLE = UUID.randomUUID();
    private static final UUID AUTRE = UUID.randomUUID();

    @Test
    void helpsNobodyBesideNorAbove() {
        for (var profil : Profil.values()) {
            assertThat(helps(someone(profil), Set.of(ECOLE), Profil.ELEVE))
                    .as("%s helps a pupil", profil)
                    .isFalse();
        }
        for (var profil : EnumSet.of(
                Profil.PARENT,
                Profil.ENSEIGNANT,
                Profil.PERSONNEL,
                Profil.CONTRIBUTEUR,
                Profil.FINANCES,
                Profil.MAIRE,
                Profil.DPO)) {
            for (var who : Profil.values()) {
                assertThat(helps(someone(profil), Set.of(ECOLE), who))
                        .as("%s helps %s", profil, who)
                        .isFalse();
            }
        }
        assertThat(helps(head(ECOLE), Set.of(), Profil.DIRECTEUR)).isFalse();
        assertThat(helps(someone(Profil.IEN), Set.of(ECOLE), Profil.IEN)).isFalse();
        assertThat(helps(someone(Profil.ASSISTANCE), Set.of(ECOLE), Profil.ADMINISTRATEUR))
                .isFalse();
    }

    @Test
    void helpsThoseOfItsSchoolsOnly() {
        for (var who : List.of(Profil.PARENT, Profil.ENSEIGNANT, Profil.PERSONNEL)) {
            assertThat(helps(head(ECOLE), Set.of(), who)).as("%s", who).isTrue();
            assertThat(helps(head(AUTRE), Set.of(), who))
                    .as("%s elsewhere", who)
                    .isFalse();
        }
        for (var who : List.of(Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR)) {
            for (var agent : List.of(Profil.IEN, Profil.ERUN, Profil.ASSISTANCE)) {
                assertThat(helps(someone(agent), Set.of(ECOLE), who)).isTrue();
                assertThat(helps(someone(agent), Set.of(AUTRE), who)).isFalse();
            }
            assertThat(helps(someone(Profil.ADMINISTRATEUR), Set.of(), who)).isTrue();
        }
    }

    @Test
    void mustReachAllThatTheAccountIs() {
        var both = List.of(identite(Profil.PARENT, ECOLE), identite(Profil.DIRECTEUR, AUTRE));
        assertThat(new DepannageAccess(head(ECOLE), Set.of()).helps(UUID.randomUUID(), both))
                .isFalse();
        assertThat(new DepannageAccess(someone(Profil.IEN), Set.of(ECOLE, AUTRE)).helps(UUID.randomUUID(), both))
                .isTrue();
        assertThat(new DepannageAccess(someone(Profil.ADMINISTRATEUR), Set.of()).helps(UUID.randomUUID(), List.of()))
                .as("nobody")
                .isFalse();
    }

    @Test
    void neverHelpsItself() {
        var region = someone(Profil.ADMINISTRATEUR);
        var qui = List.of(identite(Profil.ADMINISTRATEUR, ECOLE));
        assertThat(new DepannageAccess(region, Set.of()).helps(region.compteId(), qui))
                .isFalse();
        assertThat(new DepannageAccess(region, Set.of()).helps(UUID.randomUUID(), qui))
                .isTrue();
    }

    private static boolean helps(Utilisateur par, Set<UUID> suivies, Profil who) {
        return new DepannageAccess(par, suivies).helps(UUID.randomUUID(), List.of(identite(who, ECOLE)));
    }

    private static Utilisateur someone(Profil profil) {
        return Personnages.someone(profil, List.of());
    }

    private static Utilisateur head(UUID ecole) {
        return Personnages.someone(
                Profil.DIRECTEUR, Public.ofEcole(ecole, Qui.DIRECTIONS).cles());
    }

    private static Identite identite(Profil profil, UUID ecole) {
        return new Identite(
                UUID.randomUUID(),
                profil,
                "Camille",
                "Essai",
                Set.of(ecole),
                null,
                null,
                null,
                null,
                "",
                null,
                Acces.OUVERT,
                Cles.AUCUNE);
    }
}
