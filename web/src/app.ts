import "./app.css";
import { offerSelection } from "./cite";
import { listen } from "./keys";
import { pairUp } from "./pairs";

pairUp();
offerSelection();
listen();
