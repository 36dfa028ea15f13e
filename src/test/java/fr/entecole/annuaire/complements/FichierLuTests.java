package fr.entecole.annuaire.complements;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.annuaire.complements.FichierLu.Enfant;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles.Source;
import fr.entecole.annuaire.tableaux.Tableau.TableauRefuse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of schools, by their headings.
class FichierLuTests {

    @Test
    void readsThePupilsOfBe1dWhoseRowsAreWiderThanTheirHeadings() throws TableauRefuse {
        var lu = read("""
                Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Sexe;Adresse1;Cp1;Commune1;Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Classe;Attestation fournie;Autorisations associations;Autorisations photos;Décision de passage
                SOLER;;Anna;2017-05-04;F;;;;;;;;;CYCLE II;CE2;CE2 B;Oui;Non;Non;;;
                """, Map.of());
        assertThat(lu.genre()).isEqualTo(Genre.ELEVES);
        assertThat(lu.missing()).isEmpty();
        var ligne = lu.lignes().getFirst();
        assertThat(ligne.of(Champ.NOM)).isEqualTo("SOLER");
        assertThat(ligne.of(Champ.CLASSE)).isEqualTo("CE2 B");
        assertThat(ligne.of(Champ.NIVEAU)).isEqualTo("CE2");
        assertThat(lu.colonnes()).allMatch(FichierLu.Colonne::connue);
    }

    @Test
    void readsThePupilsOfOnde() throws TableauRefuse {
        var lu = read("""
                Nom élève;Nom d’usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1; Cycle;Niveau;Libellé classe;Identifiant classe;Regroupement(s);Dispositif(s)
                "SOLER";"PUIG";"Anna";"04/05/2017";"F";"123456789AB";"";"";"";"";"CYCLE II";"CE2";"Classe de CE2";"12";"";""
                """, Map.of());
        assertThat(lu.source()).isEqualTo(Source.ONDE);
        var ligne = lu.lignes().getFirst();
        assertThat(ligne.of(Champ.USAGE)).isEqualTo("PUIG");
        assertThat(ligne.of(Champ.INE)).isEqualTo("123456789AB");
        assertThat(ligne.of(Champ.CLASSE)).isEqualTo("Classe de CE2");
        assertThat(lu.colonnes()).allMatch(FichierLu.Colonne::connue);
    }

    @Test
    void readsTheGuardiansOfOndeWithTheirChildrenAndStopsAtTheBodies() throws TableauRefuse {
        var lu = read("""
                Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;Téléphone travail;Numéro de poste;Téléphone portable;Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants;Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants
                MME;;SOLER;Rosa;1 rue;11200;LEZIGNAN;FRANCE;rosa@example.org;;;;0639981234;;SOLER;Anna;CE2;;SOLER;Paul;CP
                M.;;SOLER;Joan;;;;;;;;;;;SOLER;Anna;CE2;;;;
                Intitulé;Adresse Organisme
                Aide sociale;12 rue
                """, Map.of());
        assertThat(lu.genre()).isEqualTo(Genre.RESPONSABLES);
        assertThat(lu.lignes()).hasSize(2);
        assertThat(lu.lignes().getFirst().enfants())
                .containsExactly(new Enfant("SOLER", "", "Anna", "CE2"), new Enfant("SOLER", "", "Paul", "CP"));
        assertThat(lu.lignes().getFirst().of(Champ.MOBILE)).isEqualTo("0639981234");
        assertThat(lu.lignes().getLast().enfants()).hasSize(1);
    }

    @Test
    void readsNumberedChildrenAndOneRowForEachPupil() throws TableauRefuse {
        var numbered = read("""
                Civilité Responsable;Nom responsable;Prénom responsable;Nom de famille élève 1;Prénom élève 1;Nom de famille élève 2;Prénom élève 2
                MME;SOLER;Rosa;SOLER;Anna;SOLER;Paul
                """, Map.of());
        assertThat(numbered.lignes().getFirst().enfants()).hasSize(2);
        var alone = read("""
                Nom*;Prénom*;Courriel;Nom de l'élève;Prénom de l'élève;Classes de l'élève
                SOLER;Rosa;rosa@example.org;SOLER;Anna;CE2
                """, Map.of());
        assertThat(alone.genre()).isEqualTo(Genre.RESPONSABLES);
        assertThat(alone.lignes().getFirst().enfants()).containsExactly(new Enfant("SOLER", "", "Anna", "CE2"));
    }

    @Test
    void readsTeachersWithSeveralClasses() throws TableauRefuse {
        var lu = read("""
                Civilité;Nom usage;Nom;Prénom;Courriel;Directeur;Classe;Classe;Fonction
                Mme;;ORTIZ;Paule;;non;CE1;CE2;ENSEIGNANT
                """, Map.of());
        assertThat(lu.genre()).isEqualTo(Genre.ENSEIGNANTS);
        assertThat(lu.lignes().getFirst().all(Champ.CLASSE)).containsExactly("CE1", "CE2");
    }

    @Test
    void asksWhatAnUnknownColumnHoldsAndTakesTheAnswer() throws TableauRefuse {
        var mots = "Patronyme;Prénom;Né le\nSOLER;Anna;04/05/2017\n";
        var lu = read(mots, Map.of());
        assertThat(lu.missing()).containsExactly(Champ.NOM);
        assertThat(lu.colonnes().stream().filter(FichierLu.Colonne::asked))
                .extracting(FichierLu.Colonne::titre)
                .containsExactly("Patronyme");
        var answered = read(mots, Map.of("colonne-0", "NOM", "genre", "ELEVES"));
        assertThat(answered.missing()).isEmpty();
        assertThat(answered.lignes().getFirst().of(Champ.NOM)).isEqualTo("SOLER");
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-04, 2017-05-04",
        "04/05/2017, 2017-05-04",
        "4/5/2017, 2017-05-04",
        "04052017, 2017-05-04",
        "1012000,",
        "30/02/2017,",
        "1111-01-01,",
        "hier,",
    })
    void readsADayAsFilesWriteIt(String typed, LocalDate day) {
        assertThat(PlanDesEleves.day(typed)).isEqualTo(Optional.ofNullable(day));
    }

    private static FichierLu read(String mots, Map<String, String> reponses) throws TableauRefuse {
        return FichierLu.read(mots.getBytes(StandardCharsets.UTF_8), reponses);
    }

    @Test
    void saysOfADayThatIsNoneThatItIsNoneAndShowsNoOther() {
        assertThat(PlanDesEleves.noDay("31/02/2017"))
                .contains("31/02/2017", "ce jour n’existe pas")
                .doesNotContain("01/03/2017");
        assertThat(PlanDesEleves.noDay("hier")).contains("« hier » n’est pas une date de naissance");
        assertThat(PlanDesEleves.noDay("")).isEqualTo("La date de naissance manque.");
    }
}
