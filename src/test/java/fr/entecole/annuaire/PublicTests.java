package fr.entecole.annuaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Cles;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublicTests {

    private static final UUID ECOLE = UUID.fromString("0195a000-0000-7000-8000-000000000001");
    private static final UUID CLASSE = UUID.fromString("0195a000-0000-7000-8000-000000000002");
    private static final UUID LEO = UUID.fromString("0195a000-0000-7000-8000-000000000003");
    private static final UUID LOU = UUID.fromString("0195a000-0000-7000-8000-000000000004");

    @Test
    void isFiledUnderOneKeyForEachTarget() {
        assertThat(Public.ofEleves(ECOLE, List.of(LEO, LOU), Qui.RESPONSABLES).cles())
                .containsExactlyInAnyOrder(
                        new Cle(ECOLE, "ELEVES.RESPONSABLES." + LEO), new Cle(ECOLE, "ELEVES.RESPONSABLES." + LOU));
    }

    @Test
    void comesBackFromItsKeys() {
        var eleves = Public.ofEleves(ECOLE, List.of(LEO, LOU), Qui.RESPONSABLES);
        var classe = Public.ofClasse(ECOLE, CLASSE, Qui.ELEVES);
        var region = Public.ofRegion(Qui.EQUIPE);
        assertThat(Public.ofCles(Stream.of(eleves, classe, region)
                        .flatMap(pour -> pour.cles().stream())
                        .toList()))
                .containsExactlyInAnyOrder(eleves, classe, region);
    }

    @Test
    void meansSomeoneElseForEachWhomAndEachSchool() {
        var cles = Cles.of(Public.ofClasse(ECOLE, CLASSE, Qui.RESPONSABLES).cles());
        assertThat(cles.holdsOneOf(Public.ofClasse(ECOLE, CLASSE, Qui.ELEVES).cles()))
                .isFalse();
        assertThat(cles.holdsOneOf(
                        Public.ofClasse(LEO, CLASSE, Qui.RESPONSABLES).cles()))
                .isFalse();
    }

    @Test
    void comesBackFromAFormAsItWent() {
        for (var pour : List.of(
                Public.ofClasse(ECOLE, CLASSE, Qui.RESPONSABLES),
                Public.ofEleves(ECOLE, List.of(LOU, LEO), Qui.ELEVES),
                Public.ofCommune("11203", Qui.DIRECTIONS),
                Public.ofRegion(Qui.EQUIPE))) {
            assertThat(Public.parse(pour.code())).contains(pour);
        }
    }

    @Test
    void isNothingWhenAFormSendsSomethingElse() {
        assertThat(List.of(
                        "",
                        "CLASSE",
                        "CLASSE.RESPONSABLES." + ECOLE,
                        "CLASSE.RESPONSABLES." + ECOLE + ".",
                        "CLASSE.RESPONSABLES." + ECOLE + ".' or 1=1",
                        "CLASSE.DIRECTIONS." + ECOLE + "." + CLASSE,
                        "CLASSE.RESPONSABLES." + Cle.PARTOUT + "." + CLASSE,
                        "REGION.RESPONSABLES." + ECOLE + ".",
                        "MONDE.RESPONSABLES." + ECOLE + "." + CLASSE))
                .allSatisfy(code -> assertThat(Public.parse(code)).as(code).isEmpty());
    }

    @Test
    void refusesAPublicThatCanMeanNobody() {
        assertThatIllegalArgumentException().isThrownBy(() -> Public.ofEleves(ECOLE, Set.of(), Qui.ELEVES));
        assertThatIllegalArgumentException().isThrownBy(() -> Public.ofGroupe(ECOLE, CLASSE, Qui.EQUIPE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Public(Etendue.ECOLE, Qui.EQUIPE, Cle.PARTOUT, Set.of(ECOLE.toString())));
    }
}
