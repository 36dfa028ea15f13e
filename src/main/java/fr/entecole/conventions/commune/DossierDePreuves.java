package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.Convention;
import fr.entecole.conventions.ConventionImprimee;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.signature.Scellements;
import fr.entecole.conventions.titres.LectureDesTitres;
import fr.entecole.conventions.titres.Titre;
import fr.entecole.conventions.titres.TitreImprime;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.papier.Imprimerie;
import fr.entecole.socle.Dates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/// What the accounting officer of a commune asks for, as one ZIP: the convention, what was signed, the act, the titres,
/// and a page that says of each file its print (SHA-256) and where it comes from.
@Component
class DossierDePreuves {

    private final LectureDesConventions lecture;
    private final LectureDesTitres titres;
    private final Documents documents;
    private final Imprimerie imprimerie;
    private final Scellements scellements;

    DossierDePreuves(
            LectureDesConventions lecture,
            LectureDesTitres titres,
            Documents documents,
            Imprimerie imprimerie,
            Scellements scellements) {
        this.scellements = scellements;
        this.lecture = lecture;
        this.titres = titres;
        this.documents = documents;
        this.imprimerie = imprimerie;
    }

    void write(Convention convention, LocalDate jour, OutputStream out) throws IOException {
        List<String> index = new ArrayList<>(List.of(
                t(
                        "{0}, convention ENT-École n°\u00a0{1}",
                        convention.declaration().denomination(), convention.numero()),
                t(
                        "Année scolaire {0}. État au {1}\u00a0: {2}.",
                        convention.anneeScolaire(),
                        Dates.words(jour),
                        convention.etat(jour).libelle()),
                t(
                        "Montant\u00a0: {0} ({1}).",
                        convention.montant(jour).chiffres(),
                        convention.montant(jour).lettres()),
                ""));
        convention.billed(jour).forEach(e -> index.add(t("{0}, {1}, {2}", e.uai(), e.nom(), e.commune())));
        index.add("");
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(
                    zip,
                    index,
                    "convention.pdf",
                    imprimerie.file(ConventionImprimee.of(convention).feuillet()),
                    t("texte de la convention"));
            attached(convention, zip, index);
            for (var titre : titres.ofConvention(convention.id())) {
                put(
                        zip,
                        index,
                        "titre-" + titre.reference() + ".pdf",
                        imprimerie.file(TitreImprime.of(titre)),
                        paid(titre));
            }
            zip.putNextEntry(new ZipEntry("contenu.txt"));
            zip.write(String.join("\r\n", index).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private void attached(Convention convention, ZipOutputStream zip, List<String> index) throws IOException {
        var history = lecture.history(convention.id());
        var pieces = documents.of(
                Conventions.SALLE, history.stream().map(e -> e.id()).toList());
        var sealed = scellements.of(convention.id());
        int rank = 0;
        for (var etape : history.reversed()) {
            for (var piece : ready(pieces.getOrDefault(etape.id(), List.of()))) {
                rank++;
                var bytes = bytes(etape.id(), piece);
                put(
                        zip,
                        index,
                        rank + "-" + piece.nom(),
                        bytes,
                        sealed.stream()
                                .filter(x -> x.empreinte().equals(Scellements.print(bytes)))
                                .findFirst()
                                .map(x -> t(
                                        "{0}, {1}, document scellé par {2}, sceau intact",
                                        etape.phrase(), Dates.words(etape.jour()), x.signataire()))
                                .orElseGet(() -> t("{0}, {1}", etape.phrase(), Dates.words(etape.jour()))));
            }
        }
    }

    private static List<PieceJointe> ready(List<PieceJointe> pieces) {
        return pieces.stream().filter(PieceJointe::prete).toList();
    }

    private byte[] bytes(UUID chose, PieceJointe piece) throws IOException {
        try (var input = documents.open(Conventions.SALLE, chose, piece.id())) {
            return input.readAllBytes();
        }
    }

    private static String paid(Titre titre) {
        return t(
                "{0}, {1}\u00a0: {2}, payé {3}",
                titre.nom(),
                titre.etat(),
                titre.montant().chiffres(),
                titre.paye().chiffres());
    }

    private static void put(ZipOutputStream zip, List<String> index, String nom, byte[] bytes, String origine)
            throws IOException {
        zip.putNextEntry(new ZipEntry(nom));
        zip.write(bytes);
        zip.closeEntry();
        index.add(t("{0}\u00a0: {1}. SHA-256\u00a0: {2}", nom, origine, Scellements.print(bytes)));
    }
}
