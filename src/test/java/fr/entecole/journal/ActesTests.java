package fr.entecole.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.MondeTest;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.maison.Exemples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

@MondeTest
class ActesTests {

    @Autowired
    Actes actes;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    /// That an act has a sentence is the compiler's business; that its module offers it is ours.
    @Test
    void offersEveryActThatIsDeclared() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Acte.class));
        var declared = scan.findCandidateComponents("fr.entecole").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(type -> type != Oublie.class)
                .toList();
        assertThat(declared)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getEnumConstants())
                        .as(
                                "add to %s the bean that offers it: « @Component static class Declares implements ActesDeclares »",
                                type)
                        .isNotEmpty()
                        .allSatisfy(acte ->
                                assertThat(actes.find(((Acte) acte).code())).hasValue((Acte) acte)));
    }

    @Test
    void refusesAnActThatNobodyOffers() {
        assertThatThrownBy(() -> journal.record(Fait.of(Oublie.ACTE_OUBLIE).inEcoles(List.of())))
                .hasMessageContaining("Oublie")
                .hasMessageContaining("ActesDeclares");
    }

    @Test
    void refusesTwoActsThatAreKeptAlike() {
        ActesDeclares twice = () -> List.of(ActeDEssai.ESSAI, ActeDEssai.ESSAI);
        assertThatThrownBy(() -> new Actes(List.of(twice))).hasMessageContaining("« essai »");
    }

    @Test
    void asksWhichSchoolsReadAFact() {
        assertThatThrownBy(() -> journal.record(Fait.of(ActeDEssai.ESSAI).ofRegion()))
                .hasMessageContaining("inEcole");
        assertThatThrownBy(() ->
                        journal.record(Fait.of(ActeDEssai.ESSAI_DE_LA_REGION).inEcole(UUID.randomUUID())))
                .hasMessageContaining("region alone");
    }

    /// Whatever its module does not name is read by the heads of the schools that the fact names.
    @Test
    void leavesToTheRegionAloneOnlyWhatConcernsNoSchool() {
        Map<String, String> why = new HashMap<>(Map.of("essai-de-la-region", "of the tests"));
        Exemples.ofTheHouse().forEach(exemple -> why.putAll(exemple.ofTheRegionAlone()));
        assertThat(why.values()).noneMatch(String::isBlank);
        assertThat(actes.all())
                .allSatisfy(acte -> assertThat(acte.definition().portee() == Portee.REGION)
                        .as(
                                "%s is read by the region alone: say in the example of its module (ofTheRegionAlone) why no school is concerned, or name them",
                                acte)
                        .isEqualTo(why.containsKey(acte.code())));
    }

    @Test
    void keepsTheCodesThatBasesHold() {
        var kept = new TreeSet<>(jdbc.sql("select distinct action from journal.fait")
                .query(String.class)
                .list());
        kept.addAll(List.of("""
                connexion deconnexion connexion-refusee mot-de-passe-choisi lien-administrateur code-remis
                code-redonne code-utilise code-refuse restriction-posee restriction-levee decision-lue
                classe-demandee demande-retiree personnel-ajoute personnel-retire agent-ajoute agent-modifie
                compte-rejoint charte-acceptee charte-entendue charte-refusee charte-publiee classe-ouverte
                classe-fermee ecole-ouverte ecole-fermee import-aaf import-retire journal-consulte personne-cherchee
                fiche-lue donnees-telechargees classe-rattachee classe-detachee classe-refusee
                responsable-retenu retenue-ecartee retenue-admise""".split("\\s+")));
        assertThat(kept).allSatisfy(code -> assertThat(actes.find(code)).isPresent());
    }

    @Test
    void saysAnUnknownActionAsItIsWritten() {
        assertThat(actes.phrase("cantine-fermee", null, null)).isEqualTo("Autre acte\u00a0: cantine fermee");
    }

    @Test
    void namesNobodyInARestriction() {
        assertThat(actes.codes(Famille.RESTRICTIONS, true)).isNotEmpty();
        for (var action : actes.codes(Famille.RESTRICTIONS, true)) {
            assertThat(actes.phrase(action, "secret", "Yvan Galy")).doesNotContain("Galy", "secret");
        }
    }

    @Test
    void saysWhyAnEntryWasRefused() {
        assertThat(actes.phrase("connexion-refusee", "suspendu", "Samira Benali"))
                .isEqualTo("Entrée refusée à Samira Benali\u00a0: ce compte est suspendu");
        assertThat(actes.phrase("connexion-refusee", "inconnu", null)).contains("cet identifiant n’existe pas");
        assertThat(actes.phrase("code-refuse", "inconnu", null)).isEqualTo("Code refusé\u00a0: personne n’a ce code");
        assertThat(actes.phrase("code-refuse", "date", "Samira Benali"))
                .isEqualTo("Code refusé à Samira Benali\u00a0: la date de naissance ne va pas");
        assertThat(actes.phrase("code-remis", null, null)).contains("une personne qui n’est plus là");
    }

    /// Declared, and offered by nobody.
    private enum Oublie implements Acte {
        ACTE_OUBLIE;

        @Override
        public Definition definition() {
            return new Definition(Famille.DONNEES, Portee.ECOLES, Objet.COMPTE, _ -> "");
        }
    }
}
