package fr.entecole.comptes;

import static fr.entecole.maison.Passant.ADMINISTRATEUR;
import static fr.entecole.maison.Passant.AESH;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.ENSEIGNANTE_ET_MERE;
import static fr.entecole.maison.Passant.ENSEIGNANT_AILLEURS;
import static fr.entecole.maison.Passant.RESPONSABLE;
import static fr.entecole.maison.Passant.SANS_SESSION;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// Codes that are handed out in the class, charters, a guardian who came by the door, the class's door of young
/// children.
class ExempleComptes implements ExempleDeModule {

    private static final String PASSWORD = "Trois5chevauxGris";

    @Override
    public String module() {
        return "comptes";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        codes(monde, exemple);
        chartes(monde, exemple);
        doors(monde, exemple);
        monde.post(ENSEIGNANTE, "/mon-compte/nom", "civilite", "MAITRESSE");
        exemple.post("/comptes/ecoles/{ecole}/noms/{personne}/fin")
                .with("ecole", monde.ecole())
                .with("personne", monde.personne(ENSEIGNANTE))
                .answers(DIRECTRICE);
    }

    private static void codes(Monde monde, Exemple exemple) {
        monde.post(ENSEIGNANTE, "/comptes/personnes/" + monde.personne(RESPONSABLE) + "/demande");
        monde.bean(ChoixDuCompte.class).choose(monde.compte(DIRECTRICE), "essai");
        exemple.get("/comptes/classes/{id}").with("id", monde.classe()).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/comptes/classes/{id}")
                .with("id", monde.classe())
                .field("nom", "a")
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/comptes/classes/{id}/feuilles")
                .with("id", monde.classe())
                .field("responsables", true)
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.get("/comptes/ecoles/{id}").with("id", monde.ecole()).answers(DIRECTRICE);
        exemple.post("/comptes/ecoles/{id}")
                .with("id", monde.ecole())
                .field("nom", "a")
                .status(HttpStatus.OK)
                .answers(DIRECTRICE);
        exemple.get("/comptes/ecoles/{id}/familles").with("id", monde.ecole()).answers(DIRECTRICE);
        exemple.post("/comptes/ecoles/{id}/feuilles")
                .with("id", monde.ecole())
                .field("responsables", true)
                .status(HttpStatus.OK)
                .answers(DIRECTRICE);
        exemple.get("/comptes/personnes/{id}/acces")
                .with("id", monde.personne(RESPONSABLE))
                .answers(ENSEIGNANTE, DIRECTRICE)
                .also(AESH, "who stands at the desk in the head's place");
        exemple.post("/comptes/personnes/{id}/acces")
                .with("id", monde.personne(RESPONSABLE))
                .answers(DIRECTRICE)
                .also(AESH, "who stands at the desk in the head's place");
        exemple.post("/comptes/personnes/{id}/demande")
                .with("id", monde.personne(RESPONSABLE))
                .answers(ENSEIGNANTE);
        exemple.get("/comptes/demandes/{id}")
                .with("id", monde.id("select id from comptes.demande_acces"))
                .status(HttpStatus.SEE_OTHER)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/comptes/personnes/{id}/acces/fin")
                .with("id", monde.personne(RESPONSABLE))
                .answers(ENSEIGNANTE, DIRECTRICE)
                .also(AESH, "who stands at the desk in the head's place");
        exemple.post("/comptes/personnes/{id}/feuille")
                .with("id", monde.personne(RESPONSABLE))
                .answers(DIRECTRICE)
                .also(AESH, "who stands at the desk in the head's place");
    }

    private static void chartes(Monde monde, Exemple exemple) {
        monde.post(
                ADMINISTRATEUR,
                "/comptes/chartes",
                "texte",
                "COMMUNE",
                "corps",
                monde.jdbc()
                        .sql("select corps from comptes.charte where texte = 'COMMUNE' limit 1")
                        .query(String.class)
                        .single(),
                "effet",
                LocalDate.now(monde.bean(Clock.class)).plusDays(30),
                "geste",
                "publier");
        var charte = monde.id("select id from comptes.charte where texte = 'PARENT'");
        exemple.get("/comptes/ecoles/{id}/chartes").with("id", monde.ecole()).answers(DIRECTRICE);
        exemple.get("/comptes/chartes/{id}").with("id", charte).answers(ADMINISTRATEUR);
        exemple.get("/comptes/chartes/{id}/suivante").with("id", charte).answers(ADMINISTRATEUR);
    }

    private static void petits(Monde monde, Exemple exemple) {
        var classe = monde.bean(Reperes.class).classe("11", "552");
        var eleve = monde.id("select eleve_id from annuaire.inscrit where classe_id = ? limit 1", classe);
        monde.jdbc().sql("""
                        insert into comptes.images (ecole_id, eleve_id, empreinte, depuis)
                        select structure_id, :eleve, decode('00', 'hex'), now() from annuaire.classe where id = :classe
                        """).param("classe", classe).param("eleve", eleve).update();
        monde.jdbc().sql("""
                        insert into comptes.images_classe (ecole_id, classe_id, demandees, depuis)
                        select structure_id, id, true, now() from annuaire.classe where id = :classe
                        """).param("classe", classe).update();
        var page = "/classe/{id}/images";
        exemple.get(page).with("id", classe).answers(ENSEIGNANT_AILLEURS);
        exemple.post(page).with("id", classe).field("demandees", true).answers(ENSEIGNANT_AILLEURS);
        exemple.post(page + "/nouvelles")
                .with("id", classe)
                .field("eleve", eleve)
                .answers(ENSEIGNANT_AILLEURS);
        exemple.post(page + "/dispense")
                .with("id", classe)
                .field("eleve", eleve)
                .answers(ENSEIGNANT_AILLEURS);
        exemple.get("/classe/{id}/charte").with("id", classe).answers(ENSEIGNANT_AILLEURS);
        exemple.post("/classe/{id}/charte")
                .with("id", classe)
                .field("charte", monde.id("select id from comptes.charte where texte = 'ELEVE_CYCLE_1_2' limit 1"))
                .answers(ENSEIGNANT_AILLEURS);
        exemple.post("/classe/ouverture/fermeture").field("classe", classe).answers(ENSEIGNANT_AILLEURS);
    }

    private static void doors(Monde monde, Exemple exemple) {
        var compte = monde.compte(RESPONSABLE);
        monde.as().givePassword(compte, PASSWORD);
        monde.post(SANS_SESSION, "/connexion", "identifiant", monde.as().login(compte), "motDePasse", PASSWORD);
        exemple.post("/classe/ouverture")
                .field("classe", monde.bean(Reperes.class).classe("11", "552"))
                .answers(ENSEIGNANT_AILLEURS);
        petits(monde, exemple);
        chezSoi(monde, exemple);
        exemple.post("/classe/eleve").open("only an open class on the device lets a child in, and only its own");
        exemple.post("/connexion/demonstration").open("the buttons of the demonstration, in no other base");
        var mere = monde.bean(Reperes.class).personne("11", Nature.RESPONSABLE, "700219");
        exemple.post("/role")
                .field("compte", monde.id("select id from comptes.compte where personne_id = ?", mere))
                .answers(ENSEIGNANTE_ET_MERE);
        exemple.get("/comptes/personnes/{id}/separation").with("id", mere).answers(DIRECTRICE);
        exemple.post("/comptes/personnes/{id}/separation").with("id", mere).answers(DIRECTRICE);
    }

    /// A young child who has one more guardian, of a family elsewhere.
    private static void chezSoi(Monde monde, Exemple exemple) {
        var petit = monde.personne(Passant.ENFANT_SUR_APPAREIL);
        monde.jdbc()
                .sql("""
                        insert into annuaire.lien (eleve_id, responsable_id, code, depuis)
                        values (:eleve, :responsable, '1', date '2026-01-05') on conflict do nothing
                        """)
                .param("eleve", petit)
                .param("responsable", monde.personne(Passant.FAMILLE_AILLEURS))
                .update();
        monde.as().account(petit);
        exemple.post("/chez-soi/{id}").with("id", petit).answers(Passant.FAMILLE_AILLEURS);
    }

    @Override
    public Map<String, String> ofTheRegionAlone() {
        return Map.of(
                "lien-administrateur", "the region's own administrators work in no school",
                "charte-publiee", "one text for all schools");
    }

    @Override
    public String withoutContenu() {
        return "nobody reads what another writes there";
    }

    @Override
    public String withoutRecherche() {
        return "accesses are searched in the directory, by the name of their person";
    }
}
