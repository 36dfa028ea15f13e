package fr.entecole.annuaire;

import static fr.entecole.maison.Passant.ADMINISTRATEUR;
import static fr.entecole.maison.Passant.AESH;
import static fr.entecole.maison.Passant.ANCIEN_ENSEIGNANT;
import static fr.entecole.maison.Passant.CAMARADE;
import static fr.entecole.maison.Passant.COLLEGUE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.DPO;
import static fr.entecole.maison.Passant.ELEVE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/// A colleague says that the class is hers, the head keeps a guardian of another child out, the region corrects an
/// agent.
class ExempleAnnuaire implements ExempleDeModule {

    private static final String PROOF = "Jugement du 3 mars, tribunal de Narbonne";

    @Override
    public String module() {
        return "annuaire";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        people(monde, exemple);
        classes(monde, exemple);
        demandes(monde, exemple);
        equipe(monde, exemple);
        complements(monde, exemple);
        corrections(monde, exemple);
        doublons(monde, exemple);
        remplacements(monde, exemple);
        restrictions(monde, exemple);
        retenues(monde, exemple);
        region(monde, exemple);
    }

    private static void people(Monde monde, Exemple exemple) {
        // As a feed does that names a guardian before it brings them.
        monde.jdbc()
                .sql(
                        "insert into annuaire.lien_en_attente (academie, eleve_id, responsable_aaf, code) values ('11', ?, '799999', '1')")
                .param(monde.personne(ELEVE))
                .update();
        var eleve = monde.personne(ELEVE);
        exemple.get("/annuaire/eleves/{id}").with("id", eleve).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.get("/annuaire/enfants/{id}").with("id", eleve).answers(RESPONSABLE);
        exemple.get("/annuaire/classes/{id}").with("id", monde.classe()).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/annuaire/classes/{id}/liste")
                .with("id", monde.classe())
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
    }

    private static void classes(Monde monde, Exemple exemple) {
        var teachers = "/annuaire/ecoles/{ecole}/classes/{classe}/enseignants";
        exemple.get("/annuaire/ecoles/{ecole}/classes")
                .with("ecole", monde.ecole())
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.get("/annuaire/ecoles/{ecole}/signalements")
                .with("ecole", monde.ecole())
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.get(teachers)
                .with("ecole", monde.ecole())
                .with("classe", monde.classe())
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(teachers)
                .with("ecole", monde.ecole())
                .with("classe", monde.classe())
                .field("personnel", monde.personne(COLLEGUE))
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(teachers + "/{personnel}/retrait")
                .with("ecole", monde.ecole())
                .with("classe", monde.classe())
                .with("personnel", monde.personne(ENSEIGNANTE))
                .answers(DIRECTRICE, ADMINISTRATEUR);
    }

    private static void demandes(Monde monde, Exemple exemple) {
        monde.post(COLLEGUE, "/annuaire/classes/" + monde.classe() + "/demande");
        var demande = monde.id(
                "select id from annuaire.demande_classe where classe_id = ? and personnel_id = ?",
                monde.classe(),
                monde.personne(COLLEGUE));
        exemple.post("/annuaire/classes/{classe}/demande")
                .with("classe", monde.classe())
                .answers(ENSEIGNANTE)
                .also(COLLEGUE, "whoever works in the school may say that a class of it is theirs; the head answers")
                .also(ANCIEN_ENSEIGNANT, "still works in the school");
        exemple.post("/annuaire/demandes/{demande}/retrait")
                .with("demande", demande)
                .answers(COLLEGUE);
        exemple.get("/annuaire/demandes/{demande}").with("demande", demande).answers(DIRECTRICE, ADMINISTRATEUR);
        for (var answer : new String[] {"confirmation", "refus"}) {
            exemple.post("/annuaire/demandes/{demande}/" + answer)
                    .with("demande", demande)
                    .answers(DIRECTRICE, ADMINISTRATEUR);
        }
    }

    private static void equipe(Monde monde, Exemple exemple) {
        var team = "/annuaire/ecoles/{ecole}/equipe";
        exemple.get(team).with("ecole", monde.ecole()).answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(team)
                .with("ecole", monde.ecole())
                .field("prenom", "Rose")
                .field("nom", "Essai")
                .field("fonction", "ATSEM")
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(team + "/{personnel}/classes")
                .with("ecole", monde.ecole())
                .with("personnel", monde.personne(COLLEGUE))
                .field("classe", monde.classe())
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(team + "/{personnel}/classes/{classe}/retrait")
                .with("ecole", monde.ecole())
                .with("personnel", monde.personne(ENSEIGNANTE))
                .with("classe", monde.classe())
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(team + "/{personnel}/fin")
                .with("ecole", monde.ecole())
                .with("personnel", monde.personne(AESH))
                .answers(DIRECTRICE, ADMINISTRATEUR);
    }

    private static void complements(Monde monde, Exemple exemple) {
        var list = "/annuaire/ecoles/{ecole}/complements";
        exemple.get(list).with("ecole", monde.ecole()).answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(list)
                .with("ecole", monde.ecole())
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .answers(DIRECTRICE, ADMINISTRATEUR);
        monde.upload(
                DIRECTRICE,
                list.replace("{ecole}", monde.ecole().toString()),
                "fichiers",
                "Nom;Prénom;Date de naissance\nSOLER;Anna;04/05/2018\nSOLER;Paul;hier\n"
                        .getBytes(StandardCharsets.UTF_8));
        var id = monde.id(
                "select id from annuaire.complement where ecole_id = ? order by id desc limit 1", monde.ecole());
        for (var page : new String[] {"", "/rejets"}) {
            exemple.get("/annuaire/complements/{id}" + page).with("id", id).answers(DIRECTRICE, ADMINISTRATEUR);
        }
        exemple.get("/annuaire/complements/{id}/lignes/{numero}")
                .with("id", id)
                .with("numero", 3)
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/annuaire/complements/{id}/lignes/{numero}")
                .with("id", id)
                .with("numero", 3)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/annuaire/complements/{id}/reponses").with("id", id).answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/annuaire/complements/{id}/application")
                .with("id", id)
                .status(HttpStatus.CONFLICT)
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/annuaire/complements/{id}/abandon").with("id", id).answers(DIRECTRICE, ADMINISTRATEUR);
    }

    private static void corrections(Monde monde, Exemple exemple) {
        var eleve = "/annuaire/eleves/{eleve}";
        var added = eleve + "/responsables";
        exemple.get(added + "/nouveau").with("eleve", monde.personne(ELEVE)).answers(DIRECTRICE);
        exemple.post(added)
                .with("eleve", monde.personne(ELEVE))
                .field("prenom", "Nadia")
                .field("nom", "Essai")
                .field("lien", "39")
                .field("motif", PROOF)
                .answers(DIRECTRICE);
        monde.post(
                DIRECTRICE,
                added.replace("{eleve}", monde.personne(CAMARADE).toString()),
                "prenom",
                "Rose",
                "nom",
                "Ajoutée",
                "lien",
                "39",
                "motif",
                PROOF);
        var tante = monde.id(
                "select responsable_id from annuaire.lien where eleve_id = ? and source = 'MANUEL'",
                monde.personne(CAMARADE));
        exemple.get(added + "/{responsable}/fin")
                .with("eleve", monde.personne(CAMARADE))
                .with("responsable", tante)
                .answers(DIRECTRICE);
        exemple.post(added + "/{responsable}/fin")
                .with("eleve", monde.personne(CAMARADE))
                .with("responsable", tante)
                .field("origine", "JUSTICE")
                .field("motif", PROOF)
                .field("decision", "2026-03-03")
                .answers(DIRECTRICE);
        exemple.get(eleve + "/correction").with("eleve", monde.personne(ELEVE)).answers(DIRECTRICE);
        exemple.post(eleve + "/correction")
                .with("eleve", monde.personne(ELEVE))
                .field("prenom", "Corrigée")
                .field("motif", PROOF)
                .answers(DIRECTRICE);
        exemple.get(added + "/{responsable}/correction")
                .with("eleve", monde.personne(ELEVE))
                .with("responsable", monde.personne(RESPONSABLE))
                .answers(DIRECTRICE);
        exemple.post(added + "/{responsable}/correction")
                .with("eleve", monde.personne(ELEVE))
                .with("responsable", monde.personne(RESPONSABLE))
                .field("prenom", "Corrigé")
                .field("motif", PROOF)
                .answers(DIRECTRICE);
        monde.post(
                DIRECTRICE,
                eleve.replace("{eleve}", monde.personne(CAMARADE).toString()) + "/correction",
                "prenom",
                "Corrigé",
                "motif",
                PROOF);
        exemple.get("/annuaire/ecoles/{ecole}/eleves/nouveau")
                .with("ecole", monde.ecole())
                .answers(DIRECTRICE);
        exemple.post("/annuaire/ecoles/{ecole}/eleves")
                .with("ecole", monde.ecole())
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .answers(DIRECTRICE);
        monde.post(
                DIRECTRICE,
                "/annuaire/ecoles/" + monde.ecole() + "/eleves",
                "prenom",
                "Anna",
                "nom",
                "Ajoutée",
                "jour",
                "4",
                "mois",
                "5",
                "annee",
                "2018",
                "classe",
                monde.classe());
        var anna = monde.id("select id from annuaire.eleve where nom = 'Ajoutée'");
        departs(monde, exemple, anna);
    }

    /// One pupil has left, another one may leave.
    private static void departs(Monde monde, Exemple exemple, UUID parti) {
        var fin = "/annuaire/eleves/{eleve}/fin";
        monde.post(
                DIRECTRICE,
                "/annuaire/ecoles/" + monde.ecole() + "/eleves",
                "prenom",
                "Lise",
                "nom",
                "Restée",
                "jour",
                "4",
                "mois",
                "6",
                "annee",
                "2018",
                "classe",
                monde.classe());
        var lise = monde.id("select id from annuaire.eleve where nom = 'Restée'");
        exemple.get(fin).with("eleve", lise).answers(DIRECTRICE);
        var jour = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(1);
        exemple.post(fin)
                .with("eleve", lise)
                .field("jour", jour)
                .field("motif", "Déménagement")
                .answers(DIRECTRICE);
        monde.post(DIRECTRICE, fin.replace("{eleve}", parti.toString()), "jour", jour, "motif", "Déménagement");
        monde.jdbc()
                .sql("update annuaire.depart set annule_par = ? where eleve_id = ?")
                .param(monde.personne(DIRECTRICE))
                .param(parti)
                .update();
        var list = "/annuaire/ecoles/{ecole}/departs";
        exemple.get(list).with("ecole", monde.ecole()).answers(DIRECTRICE);
        exemple.post(list + "/{depart}/annulation")
                .with("ecole", monde.ecole())
                .with("depart", monde.id("select id from annuaire.depart where eleve_id = ?", parti))
                .answers(DIRECTRICE);
    }

    /// As the head who makes one of a guardian and of the sheet that a file brought.
    private static void doublons(Monde monde, Exemple exemple) {
        var list = "/annuaire/ecoles/{ecole}/doublons";
        exemple.get(list).with("ecole", monde.ecole()).answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(list)
                .with("ecole", monde.ecole())
                .field("un", monde.personne(ELEVE))
                .field("autre", monde.personne(CAMARADE))
                .answers(DIRECTRICE, ADMINISTRATEUR);
        monde.jdbc()
                .sql("""
                        insert into annuaire.reunion (id, ecole_id, nature, garde_id, autre_id, memes, present, decidee_le, decidee_par)
                        values (uuidv7(), ?, 'RESPONSABLE', ?, uuidv7(), true, false, now(), ?)
                        """)
                .param(monde.ecole())
                .param(monde.personne(RESPONSABLE))
                .param(monde.personne(DIRECTRICE))
                .update();
        var reunion = monde.id("select id from annuaire.reunion");
        monde.jdbc()
                .sql(
                        "insert into annuaire.reunion_suite (reunion_id, quoi, cible_id, ajoute) values (?, 'LIEN', ?, true)")
                .param(reunion)
                .param(monde.personne(ELEVE))
                .update();
        // As a night that finds two who are alike.
        monde.jdbc()
                .sql("""
                        insert into annuaire.ressemblance (ecole_id, academie, uai, nature, un, autre, signes, vue_le)
                        values (:ecole, '11', '0110358E', 'RESPONSABLE', :un, :autre, '{NOMS}', :maintenant)
                        """)
                .param("ecole", monde.ecole())
                .param("un", monde.personne(RESPONSABLE))
                .param("autre", monde.personne(ELEVE))
                .param("maintenant", OffsetDateTime.now(ZoneId.of("Europe/Paris")))
                .update();
        exemple.post(list + "/{reunion}/annulation")
                .with("ecole", monde.ecole())
                .with("reunion", reunion)
                .answers(DIRECTRICE, ADMINISTRATEUR);
    }

    private static void remplacements(Monde monde, Exemple exemple) {
        var address = "/annuaire/ecoles/{ecole}/remplacements";
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        monde.post(
                DIRECTRICE,
                address.replace("{ecole}", monde.ecole().toString()),
                "personnel",
                monde.personne(COLLEGUE),
                "classe",
                monde.classe(),
                "du",
                today.plusDays(20),
                "au",
                today.plusDays(21));
        var id = monde.id("select id from annuaire.remplacement where personnel_id = ?", monde.personne(COLLEGUE));
        exemple.get(address).with("ecole", monde.ecole()).answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(address)
                .with("ecole", monde.ecole())
                .field("personnel", monde.personne(COLLEGUE))
                .field("classe", monde.classe())
                .field("du", today.plusDays(30))
                .field("au", today.plusDays(31))
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(address + "/{remplacement}/fin")
                .with("ecole", monde.ecole())
                .with("remplacement", id)
                .answers(DIRECTRICE, ADMINISTRATEUR);
    }

    private static void restrictions(Monde monde, Exemple exemple) {
        var list = "/annuaire/eleves/{eleve}/restrictions";
        var camarade = monde.personne(CAMARADE);
        var guardian = monde.id(
                "select responsable_id from annuaire.lien where eleve_id = ? order by responsable_id limit 1",
                camarade);
        monde.upload(
                DIRECTRICE,
                list.replace("{eleve}", camarade.toString()),
                "piece",
                "%PDF-1.7 essai".getBytes(StandardCharsets.US_ASCII),
                "responsable",
                guardian,
                "depuis",
                "2026-01-05",
                "preuve",
                PROOF,
                "montrer",
                "true");
        var restriction = monde.id("select id from annuaire.restriction where eleve_id = ?", camarade);
        exemple.get(list).with("eleve", monde.personne(ELEVE)).answers(DIRECTRICE);
        exemple.post(list)
                .with("eleve", monde.personne(ELEVE))
                .field("responsable", monde.personne(RESPONSABLE))
                .field("depuis", "2026-01-05")
                .field("preuve", PROOF)
                .answers(DIRECTRICE);
        exemple.post(list + "/{restriction}/fin")
                .with("eleve", camarade)
                .with("restriction", restriction)
                .field("motif", "Le jugement a changé")
                .answers(DIRECTRICE);
        exemple.get(list + "/{restriction}/papier")
                .with("eleve", camarade)
                .with("restriction", restriction)
                .answers(DIRECTRICE);
        exemple.post(list + "/{restriction}/papier")
                .with("eleve", camarade)
                .with("restriction", restriction)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .answers(DIRECTRICE);
        exemple.post(list + "/{restriction}/remise")
                .with("eleve", camarade)
                .with("restriction", restriction)
                .field("montrer", "true")
                .answers(DIRECTRICE);
    }

    /// As a feed does that links a guardian anew to a protected child.
    private static void retenues(Monde monde, Exemple exemple) {
        var camarade = monde.personne(CAMARADE);
        var guardian = monde.id(
                "select responsable_id from annuaire.lien where eleve_id = ? order by responsable_id desc limit 1",
                camarade);
        monde.jdbc().sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le, retenue_de)
                        select eleve_id, ?, depuis, '', posee_le, id from annuaire.restriction where eleve_id = ?
                        """).param(guardian).param(camarade).update();
        var retenue =
                monde.id("select id from annuaire.restriction where eleve_id = ? and retenue_de is not null", camarade);
        exemple.get("/annuaire/retenues/{retenue}").with("retenue", retenue).answers(DIRECTRICE);
        for (var answer : new String[] {"ecart", "acces"}) {
            exemple.post("/annuaire/retenues/{retenue}/" + answer)
                    .with("retenue", retenue)
                    .answers(DIRECTRICE);
        }
    }

    private static void region(Monde monde, Exemple exemple) {
        UUID agent = monde.personne(Passant.CONTRIBUTEUR);
        exemple.get("/annuaire/personnes/{id}")
                .with("id", monde.personne(ELEVE))
                .answers(ADMINISTRATEUR, DPO);
        exemple.get("/annuaire/ecoles/{id}").with("id", monde.ecole()).answers(ADMINISTRATEUR);
        exemple.get("/annuaire/agents/{id}").with("id", agent).answers(ADMINISTRATEUR);
        exemple.post("/annuaire/agents/{id}")
                .with("id", agent)
                .field("profil", "CONTRIBUTEUR")
                .field("prenom", "Lucie")
                .field("nom", "Bonnet")
                .field("commune", "11203")
                .answers(ADMINISTRATEUR);
        monde.jdbc().sql("""
                        insert into annuaire.agent (profil, prenom, nom, commune_insee)
                        values ('CONTRIBUTEUR', 'Odilon', 'Trompé', '11203')
                        """).update();
        var trompe = monde.id("select id from annuaire.agent where nom = 'Trompé' limit 1");
        exemple.get("/annuaire/agents/{id}/retrait").with("id", trompe).answers(ADMINISTRATEUR);
        exemple.post("/annuaire/agents/{id}/retrait")
                .with("id", trompe)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .answers(ADMINISTRATEUR);
        var inspection = monde.id("select id from annuaire.agent where profil = 'IEN' limit 1");
        monde.jdbc().sql("""
                        insert into annuaire.perimetre (agent_id, genre, cible, depuis) values (?, 'ACADEMIE', '16', date '2026-09-01')
                        """).param(inspection).update();
        exemple.get("/annuaire/agents/{id}/perimetres").with("id", inspection).answers(ADMINISTRATEUR);
        exemple.post("/annuaire/agents/{id}/perimetres")
                .with("id", inspection)
                .field("cible", "REGION:")
                .field("depuis", "2026-09-01")
                .answers(ADMINISTRATEUR);
        exemple.post("/annuaire/agents/{id}/perimetres/{perimetre}/fin")
                .with("id", inspection)
                .with("perimetre", monde.id("select id from annuaire.perimetre where agent_id = ?", inspection))
                .answers(ADMINISTRATEUR);
        lots(monde, exemple);
        // As the public annuaire that the region gave.
        monde.jdbc().sql("""
                        insert into annuaire.officielle (uai, academie, nom, ouverte, lue_le)
                        values ('0110358E', '11', 'École élémentaire Marie Curie', true, now())
                        """).update();
        // As one that was shown, then taken.
        monde.jdbc().sql("""
                        insert into annuaire.officielle_recue (id, apercu, recue_le, appliquee_le)
                        values (uuidv7(), :apercu::jsonb, now(), now())
                        """).param("apercu", """
                        {"bilan": {"lues": 0, "ajoutees": 0, "circonscriptions": 0, "communes": 0, "nommees": 0,
                                   "autres": 0, "remarques": []},
                         "nouvelles": {"nombre": 0, "premieres": []}, "changees": {"nombre": 0, "premieres": []},
                         "parties": {"nombre": 0, "premieres": []}, "desaccords": []}
                        """).update();
        var recue = monde.id("select id from annuaire.officielle_recue");
        exemple.get("/annuaire/officiel/{id}").with("id", recue).answers(ADMINISTRATEUR);
        exemple.post("/annuaire/officiel/{id}")
                .with("id", recue)
                .field("decision", "appliquer")
                .answers(ADMINISTRATEUR);
    }

    private static void lots(Monde monde, Exemple exemple) {
        var lot = monde.id("select id from annuaire.lot where genre = 'complet' and rentree is not null limit 1");
        for (var page : new String[] {"", "/ecoles", "/rentree"}) {
            exemple.get("/annuaire/lots/{id}" + page).with("id", lot).answers(ADMINISTRATEUR);
        }
        exemple.post("/annuaire/lots/{id}/tableau")
                .with("id", lot)
                .status(HttpStatus.OK)
                .answers(ADMINISTRATEUR);
        exemple.post("/annuaire/lots/{id}/decision")
                .with("id", lot)
                .field("decision", "ecarter")
                .answers(ADMINISTRATEUR);
        exemple.post("/annuaire/lots/{id}/departs")
                .with("id", lot)
                .field("decision", "garder")
                .answers(ADMINISTRATEUR);
        // As an archive that was dropped yesterday.
        monde.jdbc().sql("""
                        insert into annuaire.depot (id, academie, fichier, octets, origine, cle, depose_par, depose_le,
                                                    commence_le, fini_le, effacee_le)
                        values (uuidv7(), '11', 'complet.zip', 1, 'ECRAN', 'lots/essai', ?, now(), now(), now(), now())
                        """).param(monde.personne(ADMINISTRATEUR)).update();
        // As an import that changed the pupil's record.
        monde.jdbc()
                .sql("""
                        insert into annuaire.ecart (structure_id, lot_id, personne_id, nature, verdict, champs)
                        values (?, ?, ?, 'ELEVE', 'changed', array['ENTPersonNom'])
                        """)
                .param(monde.ecole())
                .param(lot)
                .param(monde.personne(ELEVE))
                .update();
        monde.jdbc()
                .sql("""
                        insert into annuaire.depart_retenu (structure_id, lot_id, presents, partants, decision, decidee_le, decidee_par)
                        values (?, ?, 20, 12, 'ECARTE', now(), ?)
                        """)
                .param(monde.ecole())
                .param(lot)
                .param(monde.personne(ADMINISTRATEUR))
                .update();
        exemple.get("/annuaire/lots/depots/{id}")
                .with("id", monde.id("select id from annuaire.depot limit 1"))
                .answers(ADMINISTRATEUR);
    }

    @Override
    public Map<String, String> ofTheRegionAlone() {
        Map<String, String> why = new HashMap<>(Map.of(
                "import-depose", "an archive is of a whole académie",
                "import-accepte", "as the batch that it lets in",
                "import-ecarte", "as the batch that it turns away",
                "annuaire-officiel", "a file of all schools",
                "ecarts-emportes", "a table of a whole batch, without a name",
                "agent-ajoute", "people of communes and of the académie work in no school",
                "agent-modifie", "people of communes and of the académie work in no school",
                "import-aaf", "a batch is of a whole académie; whom it holds is told to each school",
                "import-retire", "as the batch that it takes back",
                "personne-cherchee", "a name typed by the region leads to no school"));
        why.put("agent-retire", "people of communes and of the académie work in no school");
        return why;
    }

    @Override
    public String withoutContenu() {
        return "names, classes and schools come from feeds and offices: what is wrong there is corrected, not reported";
    }
}
