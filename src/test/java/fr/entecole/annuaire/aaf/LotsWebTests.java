package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.socle.Profil;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What the region reads of an import: people and reasons, who can do something about them, never a zero or a code.
@EntTest
class LotsWebTests extends BancAaf {

    @TempDir
    Path dossier;

    @Autowired
    ApplicationContext context;

    Visites visites;
    UUID region;

    @BeforeEach
    void startsFromTheExample() {
        empty();
        assertThat(give(Exemple.complet()).raison()).isNull();
        visites = new Visites(context);
        region = new Personnages(jdbc).add(Profil.ADMINISTRATEUR);
        context.getBean(Comptes.class).createMissing();
    }

    @Test
    void saysPeopleThenReasonsByWhoCanMendThem() {
        var page = latest();
        assertThat(page)
                .contains("élèves arrivés", "À corriger dans ONDE, par la direction de chaque école")
                .doesNotContain("ENTPerson", "sans-responsable", ">0<", "0 arrivée");
        assertThat(page.indexOf("élèves arrivés"))
                .isLessThan(page.indexOf("À corriger dans ONDE"))
                .isLessThan(page.indexOf("Sorte par sorte"));
        assertThat(page.indexOf("À corriger dans ONDE")).isLessThan(page.indexOf("Sorte par sorte"));
        assertThat(give(Exemple.complet()).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(latest()).contains("Sans changement : Élèves (6)").doesNotContain("arrivée");
    }

    @Test
    void sendsEachRemarkToWhoCanMendIt() {
        assertThat(Decideur.of("sans-responsable", "")).isEqualTo(Decideur.DIRECTION);
        assertThat(Decideur.of("", "responsable")).isEqualTo(Decideur.DIRECTION);
        assertThat(Decideur.of("", "personnel")).isEqualTo(Decideur.ACADEMIE);
        assertThat(Decideur.of("direction-sans-fonction", "")).isEqualTo(Decideur.ACADEMIE);
        assertThat(Decideur.of("attribut-inconnu", "")).isEqualTo(Decideur.PERSONNE);
    }

    @Test
    void saysOfARefusedOneWhyAndWhoGoesOnWithoutACount() throws IOException {
        var ancien = Exemple.copy(Exemple.complet(), dossier.resolve("complet.20240901"));
        assertThat(give(ancien).issue()).isEqualTo(Rapport.Issue.REFUSED);
        assertThat(latest())
                .contains("Cet envoi est daté du 1er septembre 2024", "15 septembre 2024", "demande à l’académie")
                .doesNotContain("Sorte par sorte", "élève arrivé", "2024-09");
        assertThat(visites.page(region, "/")).contains("Ce qui vous attend", "Un import a été refusé", "Voir pourquoi");
    }

    @Test
    void countsAsManyPointsAsItLists() {
        jdbc.sql("update annuaire.lot set rapport = jsonb_set(rapport, '{warnings,0,count}', '7')")
                .update();
        long listed = jdbc.sql("""
                        select sum((w ->> 'count')::int) from annuaire.lot, jsonb_array_elements(rapport -> 'warnings') w
                        """).query(Long.class).single();
        assertThat(latest()).contains("(7 fois)", "<dt>points signalés</dt><dd>" + listed + "</dd>");
    }

    @Test
    void waitsForTheRegionUntilAnotherBatchOfTheAcademieComes() throws IOException {
        assertThat(visites.page(region, "/")).doesNotContain("attend votre accord", "Un import");
        var lot = Exemple.copy(Exemple.complet(), dossier.resolve("complet.20240920"));
        Exemple.edit(
                lot.resolve(Exemple.ELEVE_0),
                x -> x.replaceAll("(ENTPersonDateNaissance\"><value>)[0-9/]+", "$131/02/2015"));
        assertThat(give(lot).issue()).isEqualTo(Rapport.Issue.HELD);
        assertThat(visites.page(region, "/")).contains("Un import attend votre accord", "Décider");
        assertThat(latest())
                .contains(
                        "déposez-la de nouveau",
                        "Écarter cet import",
                        "Ce que cet import ferait",
                        "« Date de naissance »",
                        "(3 fois)")
                .doesNotContain("ENTPersonDateNaissance", "--accepter");
        give(lot, null, null, true);
        assertThat(visites.page(region, "/")).doesNotContain("attend votre accord");
    }

    private String latest() {
        var id = jdbc.sql("select id from annuaire.lot order by id desc limit 1")
                .query(UUID.class)
                .single();
        return visites.page(region, "/annuaire/lots/" + id);
    }
}
