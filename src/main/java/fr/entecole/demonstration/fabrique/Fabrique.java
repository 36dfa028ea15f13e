package fr.entecole.demonstration.fabrique;

import fr.entecole.demonstration.fabrique.FichiersAaf.Attribut;
import fr.entecole.demonstration.fabrique.FichiersAaf.Requete;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// An académie of invented schools, made and written one school after the other. Proportions are those of reference
/// §14: about 112 pupils a school, 1.82 links a pupil, 1.3 children a responsible, 5.8 teachers for 100 pupils.
final class Fabrique {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int ECOLES_PAR_CIRCONSCRIPTION = 40;
    private static final int[] NIVEAUX = {1111, 1112, 1113, 1121, 1122, 1123, 1124, 1125};
    private static final String[] LIBELLES = {"PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2"};
    private static final String[] CYCLES = {"1$CYCLE I", "2$CYCLE II", "3$CYCLE III"};

    private final Commande commande;
    private final FichiersAaf fichiers;
    private final SplittableRandom hasard;
    private final NomsInventes noms;
    private final StructuresInventees structures;
    private long eleves = 5_000_000;
    private long responsables = 7_000_000;
    private long personnels = 3_000_000;
    private long classes = 100_000;
    private List<Enfant> voisins = new ArrayList<>();

    /// @param delta only what changes the day after: about one pupil in a hundred
    record Commande(
            int academie,
            String nom,
            List<String> departements,
            int ecoles,
            long graine,
            LocalDate jour,
            boolean delta) {}

    record Structure(long id, String departement, String insee, String commune, long circonscription) {}

    private record Enfant(long id, String nom, boolean fille, int niveau, List<String> liens) {}

    Fabrique(Commande commande, FichiersAaf fichiers) {
        this.commande = commande;
        this.fichiers = fichiers;
        this.hasard = new SplittableRandom(commande.graine());
        this.noms = new NomsInventes(hasard);
        this.structures = new StructuresInventees(commande.nom(), fichiers, noms, hasard);
    }

    void write() throws IOException {
        long circonscription = 0;
        var precedente = new Structure(0, "", "", "", 0);
        for (int n = 0; n < commande.ecoles(); n++) {
            var departement = commande.departements()
                    .get(n
                            / ECOLES_PAR_CIRCONSCRIPTION
                            % commande.departements().size());
            var insee = departement.substring(1) + "%03d".formatted(1 + n % 990);
            if (n % ECOLES_PAR_CIRCONSCRIPTION == 0) {
                circonscription = 1_900_000 + n / ECOLES_PAR_CIRCONSCRIPTION;
                inspection(
                        new Structure(circonscription, departement, insee, NomsInventes.commune(n), circonscription),
                        n);
            }
            var ecole = new Structure(1000 + n, departement, insee, NomsInventes.commune(n), circonscription);
            if (n == 0) {
                structures.zone(ecole);
            }
            school(ecole, n, precedente.id() == 0 ? ecole : precedente);
            precedente = ecole;
        }
    }

    private void inspection(Structure ien, int n) throws IOException {
        structures.write(
                ien,
                CodesInventes.uai(ien.departement(), 1 + n / ECOLES_PAR_CIRCONSCRIPTION),
                "",
                "IEN$CIRCONSCRIPTION " + (1 + n / ECOLES_PAR_CIRCONSCRIPTION),
                "CIRCONSCRIPTIONS INSPECTION EDUC NAT");
        staff(List.of(ien.id() + "$-$SANS OBJET$-$SANS OBJET"), List.of(), ien.id());
    }

    private void school(Structure ecole, int n, Structure voisine) throws IOException {
        int genre = n % 10 < 3 ? 0 : n % 10 < 6 ? 1 : 2;
        int premier = genre == 1 ? 3 : 0;
        int dernier = genre == 0 ? 2 : 7;
        structures.write(
                ecole,
                CodesInventes.uai(ecole.departement(), 1000 + n),
                CodesInventes.siret(ecole.insee(), n),
                new String[] {"E.M.PU", "E.E.PU", "E.P.PU"}[genre] + "$" + noms.nom(),
                genre == 0 ? "ECOLE MATERNELLE" : "ECOLE DE NIVEAU ELEMENTAIRE");
        int voulus = 30 + hasard.nextInt(165);
        List<Enfant> enfants = new ArrayList<>();
        for (var voisin : voisins) {
            int niveau = premier + (int) (voisin.id() % (dernier - premier + 1));
            enfants.add(new Enfant(voisin.id(), voisin.nom(), voisin.fille(), niveau, voisin.liens()));
        }
        voisins = new ArrayList<>();
        while (enfants.size() < voulus) {
            family(enfants, premier, dernier, ecole);
        }
        if (n == commande.ecoles() - 1) {
            enfants.addAll(voisins);
        }
        enfants.sort(java.util.Comparator.comparingInt(Enfant::niveau).thenComparing(Enfant::id));
        int parClasse = (int) Math.ceil(enfants.size() / Math.ceil(enfants.size() / 23.5));
        for (int i = 0; i < enfants.size(); i++) {
            if (i % parClasse == 0) {
                classes++;
            }
            var debut = enfants.get(i / parClasse * parClasse).niveau();
            var fin = enfants.get(Math.min(enfants.size() - 1, i / parClasse * parClasse + parClasse - 1))
                    .niveau();
            pupil(enfants.get(i), ecole, debut == fin ? LIBELLES[debut] : LIBELLES[debut] + "-" + LIBELLES[fin]);
        }
        int maitres = Math.max(1, (int) Math.round(enfants.size() * 0.058));
        for (int i = 0; i < maitres; i++) {
            teacher(ecole, voisine, i == 0);
        }
    }

    private void family(List<Enfant> enfants, int premier, int dernier, Structure ecole) throws IOException {
        int sort = hasard.nextInt(100);
        int fratrie = sort < 76 ? 1 : sort < 95 ? 2 : 3;
        var nom = noms.nom();
        var adresse = noms.rue();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < fratrie; i++) {
            ids.add(eleves++);
        }
        List<String> liens = new ArrayList<>();
        boolean seul = hasard.nextInt(100) < 18;
        boolean mere = !seul || hasard.nextInt(10) < 8;
        boolean place = Bizarreries.fostered(ids.getFirst());
        for (int i = 0; i < (seul ? 1 : 2); i++) {
            boolean femme = i == 0 ? mere : false;
            int rare = hasard.nextInt(200);
            int code = rare == 0 ? 90 : rare == 1 ? 50 : femme ? 10 : 20;
            liens.add(responsables + "$" + (place ? i == 0 ? 42 : 51 : code));
            var sien = femme && hasard.nextInt(3) == 0 ? noms.nom() : nom;
            var chez = i == 1 && Bizarreries.separated(responsables) ? NomsInventes.rue(responsables) : adresse;
            guardian(responsables++, femme, sien, chez, ids, ecole, place && i == 1);
        }
        for (var id : ids) {
            var enfant =
                    new Enfant(id, nom, hasard.nextBoolean(), premier + hasard.nextInt(dernier - premier + 1), liens);
            (!id.equals(ids.getFirst()) && Bizarreries.elsewhere(id) ? voisins : enfants).add(enfant);
        }
    }

    private void pupil(Enfant enfant, Structure ecole, String libelle) throws IOException {
        int niveau = enfant.niveau();
        var naissance =
                LocalDate.of(commande.jour().getYear() - 3 - niveau, 1, 1).plusDays(hasard.nextInt(365));
        var prenom = Bizarreries.prenom(noms.prenom(enfant.fille()), enfant.id());
        var nom = Bizarreries.nom(enfant.nom(), enfant.id());
        var classe =
                ecole.id() + "$11$ORDINAIRE$" + classes + "$" + libelle + (hasard.nextInt(9) == 0 ? " & ULIS" : "");
        boolean change = commande.delta() && enfant.id() % 100 == 0;
        emit(
                "Eleve",
                enfant.id(),
                change,
                commande.delta() && enfant.id() % 1000 == 1,
                List.of(
                        one("ENTPersonJointure", "" + enfant.id()),
                        one("ENTEleveINE", CodesInventes.ine(commande.academie(), enfant.id() - 5_000_000, hasard)),
                        one("ENTPersonDateNaissance", naissance.format(JOUR)),
                        one("ENTPersonCivilite", enfant.fille() ? "Mme" : "M."),
                        one("ENTPersonStructRattach", "" + ecole.id()),
                        new Attribut("ENTEleveAutoriteParentale", enfant.liens()),
                        one("ENTEleveRestaurantScolaire", yes(70)),
                        one("ENTEleveTransport", change ? "O" : "N"),
                        one("ENTEleveGarderieMatin", yes(20)),
                        one("ENTEleveGarderieSoir", yes(35)),
                        one("ENTEleveEtudesSurveillees", yes(10)),
                        one("ENTEleveNiveau", NIVEAUX[niveau] + "$" + LIBELLES[niveau]),
                        one("ENTEleveCycle", CYCLES[niveau < 3 ? 0 : niveau < 6 ? 1 : 2]),
                        one("ENTEleveTypeClasse", "11$ORDINAIRE"),
                        one(
                                "ENTEleveDateEntreeClasses",
                                ecole.id() + "$" + rentree().format(JOUR) + "$" + classes),
                        new Attribut("ENTEleveDateSortieClasses", List.of()),
                        one("ENTPersonClasses", classe),
                        hasard.nextInt(58) == 0
                                ? one(
                                        "ENTPersonGroupes",
                                        Bizarreries.groupe(
                                                ecole.id() + "$40$REGROUPEMENT$" + (9_000_000 + ecole.id()) + "$ULIS",
                                                enfant.id()))
                                : new Attribut("ENTPersonGroupes", List.of()),
                        one("ENTPersonNomPatro", nom),
                        one("ENTPersonNom", nom),
                        one("ENTPersonPrenom", prenom),
                        new Attribut("ENTPersonAutresPrenoms", List.of(prenom, noms.prenom(enfant.fille())))));
    }

    /// @param organisme a body, which feeds write as someone of that first name
    private void guardian(
            long id, boolean femme, String sien, String adresse, List<Long> enfants, Structure ecole, boolean organisme)
            throws IOException {
        var invente = noms.prenom(femme);
        var prenom = organisme ? "organisme" : invente;
        var nom = organisme ? "AIDE SOCIALE A L'ENFANCE" : Bizarreries.nom(sien, id);
        boolean change = commande.delta() && id % 200 == 0;
        emit(
                "PersRelEleve",
                id,
                change,
                false,
                List.of(
                        one("ENTPersonJointure", "" + id),
                        one("ENTPersonCivilite", organisme ? "" : femme ? "Mme" : "M."),
                        new Attribut(
                                "ENTPersRelEleveEleve",
                                enfants.stream().map(String::valueOf).toList()),
                        one("ENTPersonAdresse", "$$" + (change ? "1 RUE NEUVE" : adresse) + "$"),
                        one("ENTPersonCodePostal", ecole.insee().substring(0, 2) + "200"),
                        one("ENTPersonVille", ecole.commune()),
                        one("ENTPersonPays", "FRANCE"),
                        one("ENTPersonAdresseDiffusion", yes(80)),
                        maybe("ENTPersonTelPerso", 13, CodesInventes.fixe(hasard)),
                        maybe("ENTPersRelEleveTelMobile", 76, CodesInventes.mobile(hasard)),
                        maybe("ENTPersonMail", 32, NomsInventes.mail(prenom, nom, id, "example.org")),
                        maybe("ENTPersRelEleveTelPro", 9, CodesInventes.fixe(hasard)),
                        one("ENTPersonNomPatro", organisme ? "" : nom),
                        one("ENTPersonNom", nom),
                        one("ENTPersonPrenom", prenom),
                        one("ENTPersonAutresPrenoms", prenom)));
    }

    private void teacher(Structure ecole, Structure voisine, boolean directeur) throws IOException {
        List<String> fonctions = new ArrayList<>();
        if (directeur) {
            fonctions.add(ecole.id() + "$ENS$ENSEIGNEMENT$D0000$DIRECTION");
        }
        fonctions.add(ecole.id() + "$ENS$ENSEIGNEMENT$G0000$SANS SPECIALITE");
        if (!directeur && voisine.id() != ecole.id() && hasard.nextInt(12) == 0) {
            fonctions.add(voisine.id() + "$ENS$ENSEIGNEMENT$G0000$SANS SPECIALITE");
        }
        staff(fonctions, directeur && hasard.nextInt(100) >= 14 ? List.of("" + ecole.id()) : List.of(), ecole.id());
    }

    private void staff(List<String> fonctions, List<String> dirige, long rattachement) throws IOException {
        long id = personnels++;
        boolean femme = hasard.nextInt(100) < 84;
        var nom = noms.nom();
        var prenom = noms.prenom(femme);
        var naissance = LocalDate.of(commande.jour().getYear() - 25 - hasard.nextInt(38), 1, 1)
                .plusDays(hasard.nextInt(365));
        emit(
                "PersEducNat",
                id,
                false,
                false,
                List.of(
                        one("ENTPersonJointure", "" + id),
                        one("ENTPersonDateNaissance", naissance.format(JOUR)),
                        new Attribut("ENTPersonAutresPrenoms", List.of()),
                        one("ENTPersonCivilite", femme ? "Mme" : "M."),
                        maybe("ENTPersonStructRattach", 90, "" + rattachement),
                        new Attribut("ENTPersonFonctions", fonctions),
                        one("ENTPersonCategorieEnseignant", "O"),
                        new Attribut("ENTEnsFonctionDir", dirige),
                        one("ENTEnsSpecialites", dirige.isEmpty() ? "G0000$SANS SPECIALITE" : "D0000$DIRECTION"),
                        one("ENTPersonNomPatro", hasard.nextInt(5) < 2 ? noms.nom() : nom),
                        one("ENTPersonNom", nom),
                        one("ENTPersonPrenom", prenom),
                        one("ENTPersonAutresPrenoms", prenom),
                        one("ENTPersonMail", NomsInventes.mail(prenom, nom, id, "ac.example.org"))));
    }

    /// In a delta, only what changes is written, with all its attributes, as real deltas do.
    private void emit(String sorte, long id, boolean change, boolean part, List<Attribut> attributs)
            throws IOException {
        if (!commande.delta()) {
            fichiers.write(sorte, Requete.ADD, id, attributs);
        } else if (part) {
            fichiers.write(sorte, Requete.DELETE, id, attributs);
        } else if (change) {
            fichiers.write(sorte, Requete.MODIFY, id, attributs);
        }
    }

    private LocalDate rentree() {
        return LocalDate.of(commande.jour().getYear(), 9, 1);
    }

    private String yes(int pourCent) {
        return hasard.nextInt(100) < pourCent ? "O" : "N";
    }

    private Attribut maybe(String nom, int pourCent, String valeur) {
        return hasard.nextInt(100) < pourCent ? one(nom, valeur) : new Attribut(nom, List.of());
    }

    static Attribut one(String nom, String valeur) {
        return new Attribut(nom, valeur.isEmpty() ? List.of() : List.of(valeur));
    }
}
