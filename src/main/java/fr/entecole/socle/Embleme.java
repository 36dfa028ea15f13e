package fr.entecole.socle;

import static fr.entecole.socle.Phrases.t;

import java.io.Serializable;

/// The picture by which a child who does not read finds themselves: one of its own in a class.
///
/// @param image of the children's set, such as `chat`
/// @param lettre beside the picture when two children of a class have the same one, else empty
public record Embleme(String image, String lettre) implements Serializable {

    /// What an ear says of the picture: « Le hibou. », « Le hibou, Y. » where two have it.
    public String dit() {
        return lettre.isEmpty() ? animal() : animal().replaceFirst("\\.$", ", " + lettre + ".");
    }

    private String animal() {
        return switch (image) {
            case "chat" -> t("Le chat.");
            case "ours" -> t("L’ours.");
            case "coccinelle" -> t("La coccinelle.");
            case "hibou" -> t("Le hibou.");
            case "papillon" -> t("Le papillon.");
            case "poisson" -> t("Le poisson.");
            case "lapin" -> t("Le lapin.");
            case "escargot" -> t("L’escargot.");
            case "canard" -> t("Le canard.");
            case "tortue" -> t("La tortue.");
            case "renard" -> t("Le renard.");
            case "abeille" -> t("L’abeille.");
            case "grenouille" -> t("La grenouille.");
            case "souris" -> t("La souris.");
            case "baleine" -> t("La baleine.");
            case "herisson" -> t("Le hérisson.");
            case "chien" -> t("Le chien.");
            case "vache" -> t("La vache.");
            case "lion" -> t("Le lion.");
            case "pieuvre" -> t("La pieuvre.");
            case "manchot" -> t("Le manchot.");
            case "cochon" -> t("Le cochon.");
            case "serpent" -> t("Le serpent.");
            case "singe" -> t("Le singe.");
            case "crabe" -> t("Le crabe.");
            case "elephant" -> t("L’éléphant.");
            case "coq" -> t("Le coq.");
            case "dinosaure" -> t("Le dinosaure.");
            case "panda" -> t("Le panda.");
            case "girafe" -> t("La girafe.");
            case "chenille" -> t("La chenille.");
            case "mouton" -> t("Le mouton.");
            default -> "";
        };
    }
}
